import type { MakiName } from './maki';

const ICON_BY_CATEGORY: Readonly<Record<string, MakiName>> = {
  TNI: 'ranger',
  damkar: 'fireStation',
  'gerbang tol': 'toll',
  industri: 'industry',
  'kantor kecamatan': 'townHall',
  lingkungan: 'wasteBasket',
  olahraga: 'stadium',
  pasar: 'shop',
  pelabuhan: 'harbor',
  pembangkit: 'danger',
  pemerintahan: 'townHall',
  pendidikan: 'school',
  polisi: 'police',
  pulau: 'attraction',
  'pusat belanja': 'shop',
  puskesmas: 'defibrillator',
  'ruang publik': 'park',
  'rumah sakit': 'hospital',
  stasiun: 'rail',
  terminal: 'terminal',
};

/** The icon of a landmark's category; a category that has none gets a dot. */
export function landmarkIconOf(category: string): MakiName {
  return ICON_BY_CATEGORY[category] ?? 'marker';
}

/** The more useful to a dispatcher, the lower: placed first where room is short. */
export function landmarkRank(category: string): number {
  const index = ['rumah sakit', 'damkar', 'puskesmas', 'polisi', 'pelabuhan', 'industri'].indexOf(
    category,
  );
  return index === -1 ? 10 : index;
}
