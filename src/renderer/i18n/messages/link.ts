import type { Messages } from '../messages';

export const link = {
  'link.name': { id: 'Sambungan', en: 'Link' },
  'link.connecting': { id: 'menyambung', en: 'connecting' },
  'link.live': { id: 'langsung', en: 'live' },
  'link.catchingUp': { id: 'menyusul', en: 'catching up' },
  'link.stale': { id: 'basi sejak {time}', en: 'stale since {time}' },
  'link.offline': { id: 'luring sejak {time}', en: 'offline since {time}' },
  'link.blocked': { id: 'terhenti', en: 'stopped' },
  'link.staleTitle': { id: 'Data basi sejak {time}', en: 'Data stale since {time}' },
  'link.staleAdvice': {
    id: 'Server tidak terdengar. Gambar terakhir tetap tampil; pastikan lewat radio atau telepon sebelum memutuskan.',
    en: 'The server is silent. The last picture stays; confirm by radio or phone before deciding.',
  },
  'link.offlineTitle': { id: 'Luring sejak {time}', en: 'Offline since {time}' },
  'link.offlineAdvice': {
    id: 'Sambungan ke server putus. Pakai radio atau telepon; yang terlewat disusul otomatis setelah tersambung.',
    en: 'The line to the server is down. Use radio or phone; what was missed is caught up once it is back.',
  },
  'link.backendFailed': {
    id: 'Layanan di komputer ini berhenti. Pakai radio atau telepon. Sebabnya:',
    en: 'The service on this machine has stopped. Use radio or phone. The cause:',
  },
  'link.retryAt': { id: 'Dicoba lagi pukul {time} WIB.', en: 'Trying again at {time} WIB.' },
  'link.retrying': { id: 'Sedang mencoba lagi.', en: 'Trying again now.' },
} as const satisfies Messages;
