import attraction from '@mapbox/maki/icons/attraction.svg?raw';
import terminal from '@mapbox/maki/icons/bus.svg?raw';
import car from '@mapbox/maki/icons/car.svg?raw';
import marker from '@mapbox/maki/icons/circle.svg?raw';
import tower from '@mapbox/maki/icons/communications-tower.svg?raw';
import danger from '@mapbox/maki/icons/danger.svg?raw';
import defibrillator from '@mapbox/maki/icons/defibrillator.svg?raw';
import ferry from '@mapbox/maki/icons/ferry.svg?raw';
import fireStation from '@mapbox/maki/icons/fire-station.svg?raw';
import harbor from '@mapbox/maki/icons/harbor.svg?raw';
import hardware from '@mapbox/maki/icons/hardware.svg?raw';
import hospital from '@mapbox/maki/icons/hospital.svg?raw';
import industry from '@mapbox/maki/icons/industry.svg?raw';
import park from '@mapbox/maki/icons/park.svg?raw';
import police from '@mapbox/maki/icons/police.svg?raw';
import rail from '@mapbox/maki/icons/rail.svg?raw';
import ranger from '@mapbox/maki/icons/ranger-station.svg?raw';
import school from '@mapbox/maki/icons/school.svg?raw';
import scooter from '@mapbox/maki/icons/scooter.svg?raw';
import shop from '@mapbox/maki/icons/shop.svg?raw';
import stadium from '@mapbox/maki/icons/stadium.svg?raw';
import toll from '@mapbox/maki/icons/toll.svg?raw';
import townHall from '@mapbox/maki/icons/town-hall.svg?raw';
import warehouse from '@mapbox/maki/icons/warehouse.svg?raw';
import wasteBasket from '@mapbox/maki/icons/waste-basket.svg?raw';
import water from '@mapbox/maki/icons/water.svg?raw';

const icons = {
  attraction,
  car,
  danger,
  defibrillator,
  ferry,
  fireStation,
  harbor,
  hardware,
  hospital,
  industry,
  marker,
  park,
  police,
  rail,
  ranger,
  school,
  scooter,
  shop,
  stadium,
  terminal,
  toll,
  tower,
  townHall,
  warehouse,
  wasteBasket,
  water,
} as const;
export type MakiName = keyof typeof icons;

/** Side of the square a maki icon is drawn in. */
export const MAKI_SIZE = 15;

/** The outline of a maki icon, in its own 15 × 15 square. */
export function makiPath(name: MakiName): Path2D {
  return svgPath(icons[name]);
}

/** The outlines in the text of an icon's file. */
export function svgPath(svg: string): Path2D {
  const path = new Path2D();
  for (const match of svg.matchAll(/\sd="([^"]+)"/g)) {
    // Some of the files carry line breaks as entities inside the path.
    path.addPath(new Path2D((match[1] ?? '').replaceAll(/&#x[0-9A-Fa-f]+;/g, ' ')));
  }
  return path;
}
