import type { Messages } from '../messages';

export const incidents = {
  'queue.title': { id: 'Kejadian terbuka', en: 'Open incidents' },
  'queue.filter': { id: 'Saring kejadian', en: 'Filter incidents' },
  'queue.all': { id: 'Semua', en: 'All' },
  'queue.urgent': { id: 'P1–P2', en: 'P1–P2' },
  'queue.recent': { id: '6 jam', en: '6 h' },
  'queue.noUnits': { id: 'belum ada unit', en: 'no units yet' },
  'queue.moreUnits': { id: '+{n}', en: '+{n}' },
  'queue.emptyTitle': { id: 'Tidak ada kejadian terbuka', en: 'No open incidents' },
  'queue.emptyHint': {
    id: 'Kejadian baru muncul di sini begitu dicatat, yang paling gawat di atas.',
    en: 'New incidents appear here once recorded, the gravest on top.',
  },
  'queue.emptyFilterTitle': {
    id: 'Tidak ada yang cocok dengan saringan',
    en: 'Nothing matches the filter',
  },
  'queue.emptyFilterHint': {
    id: '{n} kejadian terbuka lain tidak ditampilkan.',
    en: '{n} other open incidents are not shown.',
  },
  'queue.showAll': { id: 'Tampilkan semua', en: 'Show all' },
  'queue.recentlyEnded': { id: 'Baru saja selesai', en: 'Recently ended' },
  'queue.noneEnded': {
    id: 'Belum ada yang selesai sejak kemarin.',
    en: 'Nothing has ended since yesterday.',
  },
  'queue.notEmergencies': {
    id: 'Panggilan bukan darurat hari ini',
    en: 'Non-emergency calls today',
  },
  'queue.noCalls': { id: 'Belum ada panggilan hari ini.', en: 'No calls yet today.' },
  'queue.item': {
    id: '{priority}, {category}, {area}, {state}, sudah {elapsed}',
    en: '{priority}, {category}, {area}, {state}, for {elapsed}',
  },
  'queue.keys': {
    id: 'J/K pindah · Enter buka · Esc lepas',
    en: 'J/K move · Enter open · Esc clear',
  },
  'incident.sinceCall': { id: 'sejak panggilan', en: 'since the call' },
  'incident.sinceReport': { id: 'sejak laporan', en: 'since the report' },
  'incident.startUnknown': { id: 'waktu mulai tidak diketahui', en: 'start unknown' },
  'incident.lasted': { id: 'lamanya', en: 'lasted' },
  'incident.promise': { id: 'janji 15 menit', en: '15-minute promise' },
  'incident.arrivedIn': { id: 'tiba dalam {time}', en: 'arrived in {time}' },
  'incident.kept': { id: 'ditepati', en: 'kept' },
  'incident.breached': { id: 'terlampaui', en: 'breached' },
  'incident.remaining': { id: 'tersisa', en: 'left' },
  'incident.overdueBy': { id: 'lewat {time}', en: '{time} over' },
  'incident.arrivalUnknown': {
    id: 'waktu tiba tidak tercatat',
    en: 'arrival not recorded',
  },
  'incident.callUnknown': {
    id: 'waktu panggilan tidak tercatat',
    en: 'call time not recorded',
  },
  'incident.location': { id: 'Lokasi', en: 'Location' },
  'incident.positionUnknown': { id: 'Titik lokasi tidak diketahui', en: 'Position unknown' },
  'incident.nearLandmark': {
    id: '{distance} {direction} {landmark}',
    en: '{distance} {direction} of {landmark}',
  },
  'incident.atLandmark': { id: 'Di {landmark}', en: 'At {landmark}' },
  'incident.nearLandmarkApproximate': {
    id: '± {distance} {direction} {landmark}',
    en: '± {distance} {direction} of {landmark}',
  },
  'incident.milestones': { id: 'Tahapan', en: 'Milestones' },
  'incident.forwardedTo': { id: 'Diteruskan → {agencies}', en: 'Forwarded → {agencies}' },
  'incident.endedAs': { id: 'Berakhir: {state}', en: 'Ended: {state}' },
  'incident.units': { id: 'Unit', en: 'Units' },
  'incident.noUnits': {
    id: 'Belum ada unit yang ditugaskan.',
    en: 'No units have been assigned yet.',
  },
  'incident.unitCleared': { id: 'tugas berakhir {time}', en: 'cleared {time}' },
  'incident.timeline': { id: 'Riwayat', en: 'Timeline' },
  'incident.notes': { id: 'Catatan', en: 'Notes' },
  'incident.noNotes': { id: 'Belum ada catatan.', en: 'No notes yet.' },
  'incident.detailFailed': {
    id: 'Riwayat dan catatan tidak dapat dimuat.',
    en: 'Timeline and notes could not be loaded.',
  },
  'incident.updating': { id: 'memperbarui…', en: 'updating…' },
  'incident.gone': {
    id: 'Kejadian ini sudah tidak ada di layar: berakhir lebih dari sehari yang lalu.',
    en: 'This incident is no longer on this screen: it ended more than a day ago.',
  },
  'incident.source': { id: 'Sumber: {source}', en: 'Source: {source}' },
} as const satisfies Messages;
