import type { Messages } from '../messages';

export const map = {
  'map.title': { id: 'Peta kota', en: 'City map' },
  'map.loading': { id: 'Menyiapkan peta…', en: 'Preparing the map…' },
  'map.noWebglTitle': { id: 'Peta tidak dapat digambar', en: 'The map cannot be drawn' },
  'map.noWebglHint': {
    id: 'Komputer ini tidak menyediakan WebGL 2. Antrean, unit, dan rincian tetap berjalan. Perbarui penggerak kartu grafis, lalu buka ulang aplikasi.',
    en: 'This computer offers no WebGL 2. Queue, units and details go on. Update the graphics driver, then open the application again.',
  },
  'map.legendTitle': { id: 'Aduan terbuka per kecamatan', en: 'Open complaints by district' },
  'map.legendScale': { id: 'Skala warna, {from} sampai {to}', en: 'Colour scale, {from} to {to}' },
  'map.metric': { id: 'Ukuran aduan', en: 'Complaint measure' },
  'map.metricCount': { id: 'jumlah', en: 'count' },
  'map.metricPer1000': { id: 'per 1.000', en: 'per 1,000' },
  'map.countsUnknown': { id: 'jumlah tidak diketahui', en: 'counts unknown' },
  'map.total': { id: 'n {n}', en: 'n {n}' },
  'map.unknownArea': { id: '{n} tanpa wilayah', en: '{n} without area' },
  'map.outsideCity': { id: '{n} di luar kota', en: '{n} outside the city' },
  'map.zoomIn': { id: 'Perbesar', en: 'Zoom in' },
  'map.zoomOut': { id: 'Perkecil', en: 'Zoom out' },
  'map.reset': {
    id: 'Kembali ke tampilan otomatis (Home atau 0)',
    en: 'Back to the automatic view (Home or 0)',
  },
  'map.automatic': { id: 'tampilan otomatis', en: 'automatic view' },
  'map.locked': {
    id: 'tampilan dikunci · kembali otomatis (Home/0)',
    en: 'view locked · back to automatic (Home/0)',
  },
  'map.far': {
    id: '{n} kejadian di luar kota · {distance} km {direction}',
    en: '{n} incidents outside the city · {distance} km {direction}',
  },
  'map.farShow': {
    id: 'Tampilkan kejadian di luar kota',
    en: 'Show the incidents outside the city',
  },
  'map.schematic': {
    id: 'Batas skematis, bukan batas resmi',
    en: 'Schematic boundaries, not official ones',
  },
  'map.official': {
    id: 'Batas resmi: {source}, {date}',
    en: 'Official boundaries: {source}, {date}',
  },
  'map.basemap.damaged': {
    id: 'Berkas peta dasar rusak; peta skematis dipakai',
    en: 'The basemap file is damaged; the schematic map is drawn',
  },
  'map.basemap.truncated': {
    id: 'Berkas peta dasar tidak lengkap; peta skematis dipakai',
    en: 'The basemap file is incomplete; the schematic map is drawn',
  },
  'map.basemap.not_vector': {
    id: 'Berkas peta dasar bukan petak vektor; peta skematis dipakai',
    en: 'The basemap file holds no vector tiles; the schematic map is drawn',
  },
  'map.basemap.other_schema': {
    id: 'Berkas peta dasar bukan skema Protomaps; peta skematis dipakai',
    en: 'The basemap file is not of the Protomaps schema; the schematic map is drawn',
  },
  'map.basemap.elsewhere': {
    id: 'Berkas peta dasar tidak mencakup kota; peta skematis dipakai',
    en: 'The basemap file does not cover the city; the schematic map is drawn',
  },
  'map.officialUndated': { id: 'Batas resmi: {source}', en: 'Official boundaries: {source}' },
  'map.openComplaints': { id: '{n} aduan terbuka', en: '{n} open complaints' },
  'map.per1000Residents': { id: '{n} per 1.000 jiwa', en: '{n} per 1,000 residents' },
  'map.positionAge': { id: 'posisi {age} lalu', en: 'position {age} ago' },
  'map.positionStale': { id: 'posisi basi, {age} lalu', en: 'stale position, {age} ago' },
  'map.positionLost': { id: 'posisi hilang sejak {age} lalu', en: 'position lost {age} ago' },
} as const satisfies Messages;
