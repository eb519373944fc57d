import type { CityPack } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';
import { type RefObject, useEffect, useRef, useState } from 'react';

import type { LiveClient } from '../live/model';
import type { PaletteName } from '../theme/tokens';
import type { ComplaintMetric } from './complaint-metric';
import type { MapContent } from './map-content';
import { createMapEngine, type MapEngine } from './map-engine';
import type { MapProbe } from './map-probe';
import { hasWebGl2 } from './webgl-support';

export type MapPhase =
  | { kind: 'loading' }
  | { kind: 'ready'; engine: MapEngine }
  | { kind: 'failed' };

export interface MapInputs {
  client: LiveClient;
  city: CityPack;
  theme: PaletteName;
  /** CSS pixels per pixel of the map. */
  scale: number;
  content: MapContent;
  metric: ComplaintMetric;
  /** What this screen may show of an incident; read once, when the map starts. */
  redact: (incident: Incident) => Incident | null;
  onProbe: (probe: MapProbe | null) => void;
  onFault: (error: Error) => void;
}

/** Runs one map in the container for as long as the component, the client and the city stay the same. */
export function useMapEngine(
  container: RefObject<HTMLElement | null>,
  inputs: MapInputs,
): MapPhase {
  const { client, city, theme, scale, content, metric } = inputs;
  const [phase, setPhase] = useState<MapPhase>({ kind: 'loading' });
  const latest = useRef(inputs);
  useEffect(() => {
    latest.current = inputs;
  });

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const abort = new AbortController();
    let engine: MapEngine | null = null;
    const start = async (): Promise<void> => {
      if (!hasWebGl2()) throw new Error('No WebGL 2 on this machine');
      engine = await createMapEngine(
        {
          container: element,
          client,
          city,
          theme: latest.current.theme,
          scale: latest.current.scale,
          content: latest.current.content,
          metric: latest.current.metric,
          redact: latest.current.redact,
          onFault: (error) => latest.current.onFault(error),
        },
        abort.signal,
      );
      // What changed while the map was starting.
      engine.setTheme(latest.current.theme);
      engine.setMetric(latest.current.metric);
      engine.setScale(latest.current.scale);
      engine.setContent(latest.current.content);
      setPhase({ kind: 'ready', engine });
      latest.current.onProbe(engine.probe);
    };
    start().catch((error: unknown) => {
      if (abort.signal.aborted) return;
      setPhase({ kind: 'failed' });
      latest.current.onFault(error instanceof Error ? error : new Error(String(error)));
    });
    return () => {
      abort.abort();
      if (engine !== null) latest.current.onProbe(null);
      engine?.dispose();
      setPhase({ kind: 'loading' });
    };
  }, [container, client, city]);

  useEffect(() => {
    if (phase.kind === 'ready') phase.engine.setTheme(theme);
  }, [phase, theme]);
  useEffect(() => {
    if (phase.kind === 'ready') phase.engine.setMetric(metric);
  }, [phase, metric]);
  useEffect(() => {
    if (phase.kind === 'ready') phase.engine.setScale(scale);
  }, [phase, scale]);
  useEffect(() => {
    if (phase.kind === 'ready') phase.engine.setContent(content);
  }, [phase, content]);
  return phase;
}
