import type { Workspace } from '@shared/ipc/place';

import { LinkPill } from '../features/link/link-pill';
import { useCity } from '../hooks/use-city';
import { useT } from '../i18n/t';
import type { SignedIn } from '../live/signed-in';
import classes from './header.module.css';
import { PreferencesMenu } from './preferences-menu';
import { TodayFigures } from './today-figures';
import { UserMenu } from './user-menu/user-menu';
import { WibClock } from './wib-clock';
import { WorkspaceNav } from './workspace-nav';

/** Whose command center this is, where we are, how today goes, whether the picture is live, and the time. */
export function Header({ workspace, who }: { workspace: Workspace; who: SignedIn }) {
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
      <WorkspaceNav current={workspace} />
      <TodayFigures />
      <LinkPill />
      <WibClock />
      <PreferencesMenu />
      <UserMenu who={who} />
    </header>
  );
}
