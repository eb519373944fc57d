import type { Messages } from '../messages';

/** Changes of the log in words; the ticker and the timelines speak with one voice. */
export const changes = {
  'change.callRecorded': { id: 'Panggilan masuk: {type}', en: 'Call: {type}' },
  'change.callLinked': { id: 'Panggilan dikaitkan ke {incident}', en: 'Call linked to {incident}' },
  'change.incidentOpened': {
    id: 'Kejadian baru: {category}, {area}',
    en: 'New incident: {category}, {area}',
  },
  'change.incidentTransitioned': { id: '{incident} {state}', en: '{incident} {state}' },
  'change.incidentForwarded': {
    id: '{incident} diteruskan ke {agencies}',
    en: '{incident} forwarded to {agencies}',
  },
  'change.noteAdded': { id: 'Catatan baru pada {incident}', en: 'New note on {incident}' },
  'change.assignmentDispatched': {
    id: '{unit} ditugaskan ke {incident}',
    en: '{unit} dispatched to {incident}',
  },
  'change.assignmentProgressed': { id: '{unit} {step}', en: '{unit} {step}' },
  'change.assignmentCleared': {
    id: '{unit} selesai bertugas di {incident}',
    en: '{unit} cleared from {incident}',
  },
  'change.unitRegistered': { id: 'Unit {unit} didaftarkan', en: 'Unit {unit} registered' },
  'change.unitRetired': { id: 'Unit {unit} dihapus dari daftar', en: 'Unit {unit} retired' },
  'change.unitStatus': { id: '{unit} {status}', en: '{unit} {status}' },
  'change.unitSos': { id: '{unit} SOS: darurat petugas', en: '{unit} SOS: crew in danger' },
  'change.complaintReceived': {
    id: 'Aduan baru: {category}, {area}',
    en: 'New complaint: {category}, {area}',
  },
  'change.complaintTransitioned': {
    id: 'Aduan {complaint} {state}',
    en: 'Complaint {complaint} {state}',
  },
  'change.recordReplaced': {
    id: '{record} diperbarui sesuai kewenangan',
    en: '{record} updated as far as you may see it',
  },
  'change.withheld': {
    id: 'Perubahan yang tidak diperlihatkan di sini',
    en: 'A change that is not shown here',
  },
  'change.areaChanged': {
    id: '{record} tercatat di {area}',
    en: '{record} is recorded in {area}',
  },
  'change.boundariesOfficial': {
    id: 'Batas resmi berlaku: {source}',
    en: 'Official boundaries in force: {source}',
  },
  'change.boundariesSchematic': {
    id: 'Kembali ke batas skematis',
    en: 'Back to schematic boundaries',
  },
  'change.facilitiesImported': {
    id: '{kind} di peta: {n}, sumber {source}',
    en: '{kind} on the map: {n}, source {source}',
  },
  'change.facilitiesRemoved': {
    id: '{kind} dihapus dari peta',
    en: '{kind} taken off the map',
  },
  'change.historyImported': {
    id: 'Impor {source}: {calls} panggilan, {incidents} kejadian, {complaints} aduan',
    en: 'Import {source}: {calls} calls, {incidents} incidents, {complaints} complaints',
  },
} as const satisfies Messages;
