import type { ReactNode } from 'react';

import { useLive } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { PreferencesMenu } from '../preferences-menu';
import classes from './entrance-frame.module.css';

interface EntranceFrameProps {
  title: string;
  /** What this is about, under the title. */
  advice?: string;
  children: ReactNode;
}

/** A screen before the workspaces: whose command center this is, and one thing to do. */
export function EntranceFrame({ title, advice, children }: EntranceFrameProps) {
  const t = useT();
  const city = useLive((state) => state.city?.city ?? null);
  return (
    <div className={classes['screen']}>
      <header className={classes['top']}>
        <span className={classes['number']}>{city?.emergencyNumber ?? '112'}</span>
        <span className={classes['name']}>
          {t('shell.commandCenter')} {city !== null && <b>{city.name}</b>}
        </span>
        <span className={classes['preferences']}>
          <PreferencesMenu />
        </span>
      </header>
      <main className={classes['main']}>
        <section className={classes['card']}>
          <h1 className={classes['title']}>{title}</h1>
          {advice !== undefined && <p className={classes['advice']}>{advice}</p>}
          {children}
        </section>
      </main>
    </div>
  );
}
