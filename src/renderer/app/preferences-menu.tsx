import { ActionIcon, Menu } from '@mantine/core';
import type { Settings } from '@shared/ipc/bridge';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
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
          <Menu.RadioItem
            key={theme}
            value={theme}
            checked={settings.theme === theme}
            closeMenuOnClick
            onChange={() => changeSettings({ theme })}
          >
            {t(THEMES[theme])}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {keysOf(LANGUAGES).map((language) => (
          <Menu.RadioItem
            key={language}
            lang={language}
            value={language}
            checked={settings.language === language}
            closeMenuOnClick
            onChange={() => changeSettings({ language })}
          >
            {LANGUAGES[language]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The keys of a table that has no others. */
function keysOf<K extends string>(table: Record<K, unknown>): K[] {
  return Object.keys(table) as K[];
}
