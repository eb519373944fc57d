import { Menu } from '@mantine/core';
import type { DemoSession } from '@shared/protocol/session';
import { IconArrowBackUp } from '@tabler/icons-react';

import { useCity } from '../../hooks/use-city';
import { useLanguage, useT } from '../../i18n/t';
import type { SignedIn } from '../../live/signed-in';
import classes from './user-menu.module.css';

const PLAIN_ROLES = ['admin', 'supervisor', 'operator', 'executive'] as const;

interface DemoRoleItemsProps {
  who: SignedIn;
  /** Null: one's own again. */
  onChoose: (choice: DemoSession | null) => void;
}

/** The roles of the demo city: its offices, its agencies, its walls. */
export function DemoRoleItems({ who, onChoose }: DemoRoleItemsProps) {
  const t = useT();
  const language = useLanguage();
  const { agencies, privacy } = useCity();
  const { principal } = who;
  const isCurrent = (choice: DemoSession): boolean =>
    who.by === 'demo' &&
    principal.role === choice.role &&
    (choice.role !== 'opd' ||
      principal.role !== 'opd' ||
      principal.agencyCode === choice.agencyCode);
  const item = (choice: DemoSession, label: string, key: string) => (
    <Menu.RadioItem
      key={key}
      value={key}
      checked={isCurrent(choice)}
      closeMenuOnClick
      onChange={() => onChoose(choice)}
    >
      {label}
    </Menu.RadioItem>
  );
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('user.lookAs')}</Menu.Label>
      <p className={classes['help']}>{t('user.demoHelp')}</p>
      {PLAIN_ROLES.map((role) => item({ role }, t(`role.${role}`), role))}
      <Menu.Sub position="left-start">
        <Menu.Sub.Target>
          <Menu.Sub.Item>{t('role.opd')}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown className={classes['long'] ?? ''}>
          {agencies.map(({ code, shortName }) =>
            item({ role: 'opd', agencyCode: code }, shortName, code),
          )}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Sub position="left-start">
        <Menu.Sub.Target>
          <Menu.Sub.Item>{t('role.display')}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {privacy.displayClasses.map(({ code, label }) =>
            item({ role: 'display', displayClass: code }, label[language], code),
          )}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      {who.by === 'demo' && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowBackUp size="1rem" aria-hidden="true" />}
            onClick={() => onChoose(null)}
          >
            {t('user.back', { role: t('user.machine') })}
          </Menu.Item>
        </>
      )}
    </>
  );
}
