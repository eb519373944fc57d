import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';

import { useCityNames } from '../../hooks/use-city-names';
import { useT } from '../../i18n/t';
import type { SignedIn } from '../../live/signed-in';
import { useSession } from '../session/session-context';
import { DemoRoleItems } from './demo-role-items';
import { useLookAs } from './use-look-as';
import classes from './user-menu.module.css';

/** Who is signed in, as what, and the way out; in the demo city the way into another role. */
export function UserMenu({ who }: { who: SignedIn }) {
  const t = useT();
  const names = useCityNames();
  const session = useSession();
  const { lookAs, fault } = useLookAs();
  const { principal } = who;
  const role = t(`role.${principal.role}`);
  const bond = principal.role === 'opd' ? names.agency(principal.agencyCode) : null;
  const isTriedOn = who.by === 'demo';
  const unnamed = isTriedOn ? t('user.lookingAs', { role: bond ?? role }) : t('user.machine');
  const name = who.by === 'person' ? who.displayName : unnamed;

  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes['target']} data-tried-on={isTriedOn}>
          <VisuallyHidden>{t('user.menu')} </VisuallyHidden>
          <IconUser size="1.2rem" aria-hidden="true" />
          {isTriedOn ? (
            <span className={classes['triedOn']}>{name}</span>
          ) : (
            <span className={classes['who']}>
              <span className={classes['name']}>{name}</span>
              <span className={classes['role']}>{bond === null ? role : `${role} · ${bond}`}</span>
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes['card']}>
          <strong>{name}</strong>
          <span>{bond === null ? role : `${role} · ${bond}`}</span>
        </div>
        {who.mayChooseDemoRole && <DemoRoleItems who={who} onChoose={lookAs} />}
        {fault !== null && (
          <p role="alert" className={classes['fault']}>
            {t('user.lookFailed', { message: fault })}
          </p>
        )}
        {who.by === 'person' && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconLogout size="1rem" aria-hidden="true" />}
              onClick={() => session.signOut()}
            >
              {t('user.signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
