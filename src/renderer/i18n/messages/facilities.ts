import type { Messages } from '../messages';

export const facilities = {
  'facilityKind.hydrant': { id: 'Hidran', en: 'Hydrants' },
  'facilityKind.hospital': { id: 'Rumah sakit', en: 'Hospitals' },
  'facilityKind.puskesmas': { id: 'Puskesmas', en: 'Health centres (puskesmas)' },
  'facilityKind.police': { id: 'Polisi', en: 'Police' },
  'facilityKind.fire_station': { id: 'Pos pemadam', en: 'Fire stations' },
  'facilityKind.school': { id: 'Sekolah', en: 'Schools' },
  'facilityKind.assembly_point': { id: 'Titik kumpul', en: 'Assembly points' },
  'facilityKind.evacuation_route': { id: 'Jalur evakuasi', en: 'Evacuation routes' },
  'facilityKind.port': { id: 'Pelabuhan', en: 'Ports' },
  'facilityKind.industry': { id: 'Industri', en: 'Industry' },
  'facilities.title': { id: 'Fasilitas di peta', en: 'Facilities on the map' },
  'facilities.open': { id: 'Pilih fasilitas di peta', en: 'Choose facilities on the map' },
  'facilities.count': { id: '{n} di peta, sumber {source}', en: '{n} on the map, source {source}' },
  'facilities.unnamed': { id: 'tanpa nama', en: 'no name' },
  'facilities.source': { id: 'sumber: {source}', en: 'source: {source}' },
  'facilities.failed': {
    id: 'Tidak dapat diambil; dicoba lagi saat dipilih ulang',
    en: 'Could not be fetched; choosing it again tries again',
  },
  'facilities.nearest': { id: 'Fasilitas terdekat', en: 'Nearest facilities' },
  'facilities.nearestFailed': {
    id: 'Fasilitas terdekat tidak dapat dihitung',
    en: 'The nearest facilities could not be found',
  },
  'facilities.straight': { id: 'jarak lurus', en: 'straight line' },
} as const satisfies Messages;
