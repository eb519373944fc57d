import { LinkPill } from '../features/link/link-pill';
import { useCity } from '../hooks/use-city';
import { useT } from '../i18n/t';
import classes from './header.module.css';
import { PreferencesMenu } from './preferences-menu';
import { TodayFigures } from './today-figures';
import { WibClock } from './wib-clock';

/** Whose command center this is, where we are, how today goes, whether the picture is live, and the time. */
export function Header() {
  const t = useT();
  const { city } = useCity();
  return (
    <header className={classes['header']}>
      <h1 className={classes['brand']}>
        <span className={classes['number']}>{city.emergencyNumber}</span>
        <span className={classes['name']}>
          {t('shell.commandCenter')} <b>{city.name}</b>
        </span>
      </h1>
      <nav aria-label={t('shell.workspaces')}>
        <a className={classes['workspace']} href="/operasi" aria-current="page">
          {t('shell.operations')}
        </a>
      </nav>
      <TodayFigures />
      <LinkPill />
      <WibClock />
      <PreferencesMenu />
    </header>
  );
}
