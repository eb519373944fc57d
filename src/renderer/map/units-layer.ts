import { AVAILABILITY_CLASSES, type AvailabilityClass } from '@shared/domain/unit-status';
import type { GeoJSONFeatureDiff, MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { drawHeadingIcon, drawUnitIcon, HEADING_DISTANCE_PX } from './draw-unit-icon';
import { geoJsonSource } from './feature-source';
import { type UnitMark, unitFeature, unitFeatureDiff } from './features-of-units';
import type { FrameGate } from './frame-gate';
import { createIconSet, type IconSet } from './icon-set';
import { addLayerInOrder } from './layer-order';
import type { MapLayer } from './map-layer';
import { crowdLayers, isCrowd, showAsCrowd } from './unit-crowd';
import { type UnitIcon, unitIconName } from './unit-icon';
import { browserTimer, createUpdatePump, type UpdatePump } from './update-pump';

const SOURCE = 'units';
const LAYER_IDS = [
  { id: 'unit-dot' },
  { id: 'unit' },
  { id: 'unit-heading' },
  { id: 'unit-sos' },
] as const;
/** Faster than this nobody sees; slower, and a 1 Hz tracker would be late by it. */
const MIN_UPDATE_INTERVAL_MS = 100;
export interface UnitsUpdate {
  changed: readonly UnitMark[];
  removedUnitIds: readonly string[];
}

export interface UnitsLayer extends MapLayer<UnitsUpdate> {
  /** The first positions it was given are on screen. */
  isDrawn: () => boolean;
}

/**
 * Units, by the thousand. Positions coalesce per unit until the worker has finished with the last
 * batch and the result is on screen, so a slow machine shows fewer steps but never old ones.
 */
export function createUnitsLayer(frames: FrameGate): UnitsLayer {
  let map: MapLibreMap | null = null;
  let icons: IconSet<UnitIcon> | null = null;
  let headings: IconSet<AvailabilityClass> | null = null;
  let pump: UpdatePump | null = null;
  let colors: Tokens | null = null;
  let hasSettled = false;
  let isCrowded = false;
  /** As the source holds them. */
  const drawn = new Map<string, UnitMark>();
  /** What the source does not hold yet; null: to be removed. */
  const pending = new Map<string, UnitMark | null>();

  async function send(): Promise<void> {
    if (map === null || icons === null) return;
    const source = geoJsonSource(map, SOURCE);
    if (source === undefined || pending.size === 0) return;
    if (drawn.size === 0) {
      const features = takeAll(drawn, pending, icons);
      await frames.write(SOURCE, () => source.setData({ type: 'FeatureCollection', features }));
    } else {
      const diff = takeDiff(drawn, pending, icons);
      await frames.write(SOURCE, () => source.updateData(diff));
    }
    hasSettled = true;
    fitToNumber(map);
  }

  function fitToNumber(target: MapLibreMap): void {
    if (isCrowd(drawn.size) === isCrowded) return;
    isCrowded = !isCrowded;
    showAsCrowd(target, isCrowded);
  }

  return {
    id: 'units',
    install(target, tokens) {
      map = target;
      colors = tokens;
      icons = createIconSet<UnitIcon>(map, unitIconName, (icon) =>
        drawUnitIcon(icon, colors ?? tokens),
      );
      headings = createIconSet<AvailabilityClass>(
        map,
        (availability) => `heading:${availability}`,
        (availability) => drawHeadingIcon(availability, colors ?? tokens),
      );
      for (const availability of AVAILABILITY_CLASSES) headings.ensure(availability);
      // One or two large tiles for the whole city: tiles are rebuilt as wholes. A step at zoom 10 is 5 m,
      // the accuracy of a receiver.
      map.addSource(SOURCE, {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        maxzoom: 10,
        buffer: 0,
        tolerance: 0,
      });
      for (const layer of [...crowdLayers(SOURCE, tokens), ...UNIT_LAYERS])
        addLayerInOrder(map, layer);
      showAsCrowd(map, isCrowded);
      pump = createUpdatePump(send, {
        minIntervalMs: MIN_UPDATE_INTERVAL_MS,
        restFactor: 0.5,
        timer: browserTimer,
      });
    },
    update({ changed, removedUnitIds }) {
      for (const mark of changed) pending.set(mark.unitId, mark);
      for (const unitId of removedUnitIds) pending.set(unitId, null);
      if (pending.size > 0) pump?.request();
    },
    isDrawn: () => hasSettled || (drawn.size === 0 && pending.size === 0),
    setTheme(tokens) {
      colors = tokens;
      icons?.redraw();
      headings?.redraw();
      if (map !== null) applyPaint(map, crowdLayers(SOURCE, tokens));
    },
    dispose() {
      pump?.dispose();
      if (map !== null) removeLayers(map, LAYER_IDS, [SOURCE]);
      icons?.dispose();
      headings?.dispose();
      map = null;
    },
  };
}

type Drawn = Map<string, UnitMark>;
type Pending = Map<string, UnitMark | null>;

function takeAll(
  drawn: Drawn,
  pending: Pending,
  icons: IconSet<UnitIcon>,
): ReturnType<typeof unitFeature>[] {
  for (const [unitId, mark] of pending) if (mark !== null) drawn.set(unitId, mark);
  pending.clear();
  return [...drawn.values()].map((mark) => unitFeature(mark, icons.ensure(mark.icon)));
}

function takeDiff(drawn: Drawn, pending: Pending, icons: IconSet<UnitIcon>) {
  const add: ReturnType<typeof unitFeature>[] = [];
  const update: GeoJSONFeatureDiff[] = [];
  const remove: number[] = [];
  for (const [unitId, mark] of pending) {
    const before = drawn.get(unitId);
    if (mark === null) {
      if (before !== undefined) remove.push(before.id);
      drawn.delete(unitId);
      continue;
    }
    const icon = icons.ensure(mark.icon);
    const change = before === undefined ? null : unitFeatureDiff(before, mark, icon);
    if (before === undefined) add.push(unitFeature(mark, icon));
    else if (change !== null) update.push(change);
    drawn.set(unitId, mark);
  }
  pending.clear();
  return { add, update, remove };
}

// No text here, and nothing that could collide: placing labels is what makes symbol layers slow.
const WITHOUT_PLACEMENT = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;

const UNIT_LAYERS: readonly OrderedLayer[] = [
  {
    id: 'unit',
    type: 'symbol',
    source: SOURCE,
    layout: { ...WITHOUT_PLACEMENT, 'icon-image': ['get', 'icon'] },
  },
  {
    id: 'unit-heading',
    type: 'symbol',
    source: SOURCE,
    filter: ['>=', ['get', 'heading'], 0],
    layout: {
      ...WITHOUT_PLACEMENT,
      'icon-image': ['concat', 'heading:', ['get', 'class']],
      'icon-offset': [0, -HEADING_DISTANCE_PX],
      'icon-rotate': ['get', 'heading'],
      'icon-rotation-alignment': 'map',
    },
  },
];
