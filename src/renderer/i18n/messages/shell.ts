import type { Messages } from '../messages';

export const shell = {
  'shell.commandCenter': { id: 'Pusat Komando', en: 'Command Center' },
  'shell.workspaces': { id: 'Ruang kerja', en: 'Workspaces' },
  'shell.operations': { id: 'Operasi', en: 'Operations' },
  'shell.wall': { id: 'Dinding', en: 'Wall' },
  'shell.wallHelp': {
    id: 'Buka layar dinding. Esc menutupnya.',
    en: 'Open the wall displays. Esc closes them.',
  },
  'shell.kpi': { id: 'KPI', en: 'KPI' },
  'shell.callsToday': { id: 'Panggilan hari ini', en: 'Calls today' },
  'shell.realEmergencies': { id: 'Darurat nyata', en: 'Real emergencies' },
  'shell.open': { id: 'Terbuka', en: 'Open' },
  'shell.arrivedInTime': { id: 'Tiba ≤ 15 mnt', en: 'Arrived ≤ 15 min' },
  'shell.openName': { id: 'Kejadian terbuka', en: 'Open incidents' },
  'shell.openHelp': {
    id: 'Kejadian yang belum ditutup, kapan pun diterimanya.',
    en: 'Incidents not yet ended, whenever they were received.',
  },
  'shell.now': { id: 'Sekarang', en: 'Now' },
  'shell.notCounted': {
    id: 'Hari ini: {missing} belum lengkap, {negative} bertentangan.',
    en: 'Today: {missing} incomplete, {negative} contradictory.',
  },
  'shell.sampleSize': { id: 'n {n}', en: 'n {n}' },
  'shell.preferences': { id: 'Tampilan dan bahasa', en: 'Appearance and language' },
  'shell.theme': { id: 'Tampilan', en: 'Appearance' },
  'shell.themeDark': { id: 'Gelap', en: 'Dark' },
  'shell.themeLight': { id: 'Terang', en: 'Light' },
  'shell.themeSystem': { id: 'Ikut sistem', en: 'Follow the system' },
  'shell.language': { id: 'Bahasa', en: 'Language' },
  'shell.map': { id: 'Peta', en: 'Map' },
  'shell.details': { id: 'Rincian', en: 'Details' },
  'shell.simulated': { id: 'DATA SIMULASI', en: 'SIMULATED DATA' },
  'shell.seqAndLag': { id: 'seq {seq} · jeda {lag} dtk', en: 'seq {seq} · lag {lag} s' },
  'shell.seq': { id: 'seq {seq}', en: 'seq {seq}' },
  'ticker.label': { id: 'Perubahan terakhir', en: 'Latest changes' },
  'ticker.empty': {
    id: 'Perubahan akan muncul di sini begitu terjadi.',
    en: 'Changes will appear here as they happen.',
  },
} as const satisfies Messages;
