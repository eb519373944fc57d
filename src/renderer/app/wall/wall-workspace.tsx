import { assertNever } from '@shared/assert';
import type { WallScene } from '@shared/ipc/place';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { LinkPill } from '../../features/link/link-pill';
import { isOldPicture } from '../../features/link/link-words';
import { CallsToday } from '../../features/wall/calls-today';
import { ComplaintPanels } from '../../features/wall/complaint-panels';
import { CriticalCard } from '../../features/wall/critical-card';
import { IncidentBoard } from '../../features/wall/incident-board';
import { IncidentCards } from '../../features/wall/incident-cards';
import { pixelShift } from '../../features/wall/pixel-shift';
import { StaleBand } from '../../features/wall/stale-band';
import { TurnMarks } from '../../features/wall/turn-marks';
import { UnitColumns } from '../../features/wall/unit-columns';
import { useAlarmTone } from '../../features/wall/use-alarm-tone';
import { useOpenIncidents } from '../../features/wall/use-open-incidents';
import { useWallShow } from '../../features/wall/use-wall-show';
import { WallHeader } from '../../features/wall/wall-header';
import { wallPalette } from '../../features/wall/wall-palette';
import { wallPlan } from '../../features/wall/wall-plan';
import { WallTicker } from '../../features/wall/wall-ticker';
import { useLive, useNow } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { cssVariables } from '../../theme/apply-tokens';
import { tokens } from '../../theme/tokens';
import { StaleVeil } from '../../ui/stale-veil';
import { setWallProbe } from '../diagnostics';
import { settingsStore } from '../settings-store';
import { useWallSurface } from './use-wall-surface';
import { WallBoundary } from './wall-boundary';
import { WallMapPanel } from './wall-map-panel';
import classes from './wall-workspace.module.css';

const MINUTE_MS = 60_000;

/**
 * Dinding: what nobody touches and everybody reads. One frame and one map for all scenes; a new P1 takes
 * the map for a while and gives it back.
 * @param scene null: the scenes take turns
 */
export function WallWorkspace({ scene }: { scene: WallScene | null }) {
  const t = useT();
  const settings = useStore(settingsStore, (state) => state.settings.wall);
  const minuteMs = useNow(MINUTE_MS);
  const plan = useMemo(() => wallPlan(settings, scene), [settings, scene]);
  const show = useWallShow(plan);
  const incidents = useOpenIncidents();
  const isSimulated = useLive((state) => state.hello?.profile === 'demo');
  const isStale = useLive((state) => isOldPicture(state.link));
  useWallSurface();

  const critical = incidents.find(({ id }) => id === show.takeOver?.incidentId) ?? null;
  const silence = useAlarmTone(critical?.id ?? null, settings.isMuted);
  const current = plan.turns[show.turn]?.scene ?? 'peta-langsung';
  const shown = critical === null ? current : 'peta-langsung';
  const focus = useSamePlace(critical?.lngLat ?? null);
  useEffect(() => {
    setWallProbe({ scene: shown, takeOver: critical?.id ?? null });
    return () => setWallProbe(null);
  }, [shown, critical?.id]);

  const palette = wallPalette(settings, minuteMs);
  const { xRem, yRem } = pixelShift(minuteMs);
  const colors: CSSProperties = { ...cssVariables(tokens[palette]) };
  return (
    <div
      className={classes['wall']}
      style={{ ...colors, colorScheme: palette === 'wall-day' ? 'light' : 'dark' }}
      data-scene={shown}
      data-palette={palette}
    >
      <div className={classes['frame']} style={{ translate: `${xRem}rem ${yRem}rem` }}>
        <WallHeader link={<LinkPill />} silence={silence} />
        <StaleBand />
        <main className={classes['stage']}>
          <div className={classes['main']}>
            <div className={classes['map']} data-hidden={shown === 'status-unit'}>
              <WallBoundary panel="map">
                <WallMapPanel
                  palette={palette}
                  content={shown === 'aduan-kecamatan' ? 'complaints' : 'live'}
                  focus={focus}
                />
              </WallBoundary>
            </div>
            {shown === 'status-unit' && (
              <StaleVeil isStale={isStale}>
                <WallBoundary panel="units">
                  <UnitColumns />
                </WallBoundary>
              </StaleVeil>
            )}
          </div>
          <div className={classes['side']}>
            <StaleVeil isStale={isStale}>
              {critical !== null && (
                <CriticalCard incident={critical} waiting={show.waiting.length} />
              )}
              <div className={classes['rest']}>
                <WallBoundary key={shown} panel={shown}>
                  <Side scene={shown} critical={critical?.id ?? null} />
                </WallBoundary>
              </div>
            </StaleVeil>
          </div>
        </main>
        <footer className={classes['footer']}>
          <WallBoundary panel="ticker">
            <WallTicker />
          </WallBoundary>
          <TurnMarks plan={plan} show={show} />
          {isSimulated && <strong className={classes['stamp']}>{t('shell.simulated')}</strong>}
        </footer>
      </div>
    </div>
  );
}

function Side({ scene, critical }: { scene: WallScene; critical: string | null }) {
  switch (scene) {
    case 'peta-langsung':
      return <IncidentCards without={critical} />;
    case 'status-unit':
      return (
        <div className={classes['pair']}>
          <IncidentBoard />
          <CallsToday />
        </div>
      );
    case 'aduan-kecamatan':
      return <ComplaintPanels />;
    default:
      return assertNever(scene);
  }
}

/** The same object as long as the place is the same: the map flies there once. */
function useSamePlace(lngLat: readonly [number, number] | null): [number, number] | null {
  const lng = lngLat?.[0];
  const lat = lngLat?.[1];
  return useMemo(() => (lng === undefined || lat === undefined ? null : [lng, lat]), [lng, lat]);
}
