import type { MapLibreMap } from 'maplibre-gl';

import { ICON_PIXEL_RATIO } from './icon-canvas';

export interface IconSet<Spec> {
  /** Make sure the style has the image of a spec. @returns its name */
  ensure(spec: Spec): string;
  /** Draw everything anew, after the colours changed. */
  redraw(): void;
  dispose(): void;
}

/** Images of one kind, drawn on first use. Of the many combinations of status and sign few occur. */
export function createIconSet<Spec>(
  map: MapLibreMap,
  nameOf: (spec: Spec) => string,
  draw: (spec: Spec) => ImageData,
): IconSet<Spec> {
  const specs = new Map<string, Spec>();
  return {
    ensure(spec) {
      const name = nameOf(spec);
      if (!specs.has(name)) {
        specs.set(name, spec);
        map.addImage(name, draw(spec), { pixelRatio: ICON_PIXEL_RATIO });
      }
      return name;
    },
    redraw() {
      for (const [name, spec] of specs) map.updateImage(name, draw(spec));
    },
    dispose() {
      for (const name of specs.keys()) map.removeImage(name);
      specs.clear();
    },
  };
}
