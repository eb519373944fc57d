import { ActionIcon, Menu } from '@mantine/core';
import type { Settings } from '@shared/ipc/bridge';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import { useStore } from 'zustand';

import { type MessageKey, useT } from '../i18n/t';
import { changeSettings, settingsStore } from './settings-store';

const THEMES = {
  dark: 'shell.themeDark',
  light: 'shell.themeLight',
  system: 'shell.themeSystem',
} as const satisfies Record<Settings['theme'], MessageKey>;

/** In their own names, so that whoever needs one can read it. */
const LANGUAGES = { id: 'Bahasa Indonesia', en: 'English' } as const satisfies Record<
  Settings['language'],
  string
>;

/** Theme and language. */
export function PreferencesMenu() {
  const t = useT();
  const settings = useStore(settingsStore, (state) => state.settings);
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('shell.preferences')}>
          <IconAdjustmentsHorizontal size="1.2rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {keysOf(THEMES).map((theme) => (
          <Menu.Item
            key={theme}
            role="menuitemradio"
            aria-checked={settings.theme === theme}
            rightSection={settings.theme === theme ? <IconCheck size="1rem" /> : null}
            onClick={() => changeSettings({ theme })}
          >
            {t(THEMES[theme])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {keysOf(LANGUAGES).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={settings.language === language}
            rightSection={settings.language === language ? <IconCheck size="1rem" /> : null}
            onClick={() => changeSettings({ language })}
          >
            {LANGUAGES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The keys of a table that has no others. */
function keysOf<K extends string>(table: Record<K, unknown>): K[] {
  return Object.keys(table) as K[];
}
