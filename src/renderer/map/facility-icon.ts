import fireHydrant from '@ideditor/temaki/icons/fire_hydrant.svg?raw';
import pedestrian from '@ideditor/temaki/icons/pedestrian.svg?raw';
import doctor from '@mapbox/maki/icons/doctor.svg?raw';
import fireStation from '@mapbox/maki/icons/fire-station.svg?raw';
import harbor from '@mapbox/maki/icons/harbor.svg?raw';
import hospital from '@mapbox/maki/icons/hospital.svg?raw';
import industry from '@mapbox/maki/icons/industry.svg?raw';
import police from '@mapbox/maki/icons/police.svg?raw';
import school from '@mapbox/maki/icons/school.svg?raw';
import shelter from '@mapbox/maki/icons/shelter.svg?raw';
import type { FacilityKind } from '@shared/domain/facility';

import type { Tokens } from '../theme/tokens';
import { drawIcon } from './icon-canvas';
import { MAKI_SIZE, svgPath } from './maki';

const PICTURES = {
  hydrant: fireHydrant,
  hospital,
  puskesmas: doctor,
  police,
  fire_station: fireStation,
  school,
  assembly_point: shelter,
  evacuation_route: pedestrian,
  port: harbor,
  industry,
} as const satisfies Record<FacilityKind, string>;

const PLATE_PX = 20;
const RADIUS_PX = 4;
const PICTURE_PX = 14;

export function facilityIconName(kind: FacilityKind): string {
  return `facility:${kind}`;
}

/** A picture on a square plate, without a colour of its own: round and coloured is what moves or burns. */
export function drawFacilityIcon(kind: FacilityKind, tokens: Tokens): ImageData {
  return drawIcon(PLATE_PX + 2, (context) => {
    context.beginPath();
    context.roundRect(-PLATE_PX / 2, -PLATE_PX / 2, PLATE_PX, PLATE_PX, RADIUS_PX);
    context.fillStyle = tokens.panel;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = tokens.muted;
    context.stroke();
    context.scale(PICTURE_PX / MAKI_SIZE, PICTURE_PX / MAKI_SIZE);
    context.translate(-MAKI_SIZE / 2, -MAKI_SIZE / 2);
    context.fillStyle = tokens.text;
    context.fill(svgPath(PICTURES[kind]));
  });
}
