import { NumberInput, Switch } from '@mantine/core';
import { WALL_SCENES } from '@shared/ipc/place';
import type { WallSettings } from '@shared/ipc/wall-settings';
import { useStore } from 'zustand';

import { useT } from '../../i18n/t';
import { ChoiceRow } from '../../ui/choice-row';
import { Panel } from '../../ui/panel';
import { PanelHeader } from '../../ui/panel-header';
import { changeSettings, settingsStore } from '../settings-store';
import { secondsToMs } from './seconds-to-ms';
import classes from './wall-settings-panel.module.css';

const SECOND_MS = 1_000;
const MAX_SECONDS = 3_600;
const LAST_HOUR = 24;

/** How the walls of this machine (or of this browser) show their scenes. In force at once. */
export function WallSettingsPanel() {
  const t = useT();
  const wall = useStore(settingsStore, (state) => state.settings.wall);
  const set = (part: Partial<WallSettings>): void => changeSettings({ wall: { ...wall, ...part } });
  return (
    <Panel label={t('wallSettings.title')}>
      <PanelHeader title={t('wallSettings.title')} />
      <div className={classes['fields']}>
        <fieldset className={classes['group']}>
          <legend>{t('wallSettings.dwell')}</legend>
          {WALL_SCENES.map((scene) => (
            <NumberInput
              key={scene}
              className={classes['field']}
              size="xs"
              label={t(`wall.scene.${scene}`)}
              value={wall.dwellMs[scene] === null ? '' : wall.dwellMs[scene] / SECOND_MS}
              min={1}
              max={MAX_SECONDS}
              allowDecimal={false}
              onChange={(value) => {
                const dwellMs = { ...wall.dwellMs, [scene]: secondsToMs(value) };
                const isAnyLeft = Object.values(dwellMs).some((ms) => ms !== null);
                if (isAnyLeft) set({ dwellMs });
              }}
            />
          ))}
          <p className={classes['help']}>{t('wallSettings.dwellHelp')}</p>
        </fieldset>
        <fieldset className={classes['group']}>
          <legend>{t('wallSettings.takeOver')}</legend>
          <NumberInput
            className={classes['field']}
            size="xs"
            label={t('wallSettings.takeOverFor')}
            value={wall.takeOverMs / SECOND_MS}
            min={1}
            max={MAX_SECONDS}
            allowDecimal={false}
            onChange={(value) => {
              const takeOverMs = secondsToMs(value);
              if (takeOverMs !== null) set({ takeOverMs });
            }}
          />
          <Switch
            className={classes['choice']}
            label={t('wallSettings.tone')}
            checked={!wall.isMuted}
            onChange={({ currentTarget: { checked } }) => set({ isMuted: !checked })}
          />
        </fieldset>
        <fieldset className={classes['group']}>
          <legend>{t('wallSettings.light')}</legend>
          <ChoiceRow
            label={t('wallSettings.light')}
            value={wall.light}
            choices={[
              { value: 'auto', label: t('wallSettings.auto') },
              { value: 'day', label: t('wallSettings.day') },
              { value: 'night', label: t('wallSettings.night') },
            ]}
            onChange={(light) => set({ light })}
          />
          {wall.light === 'auto' &&
            (['dayFromHour', 'nightFromHour'] as const).map((hour) => (
              <NumberInput
                key={hour}
                className={classes['field']}
                size="xs"
                label={t(
                  hour === 'dayFromHour' ? 'wallSettings.dayFrom' : 'wallSettings.nightFrom',
                )}
                value={wall[hour]}
                min={0}
                max={LAST_HOUR}
                allowDecimal={false}
                onChange={(value) => {
                  if (typeof value === 'number') set({ [hour]: value });
                }}
              />
            ))}
        </fieldset>
      </div>
    </Panel>
  );
}
