import type { Messages } from '../messages';

export const boot = {
  'boot.launching': { id: 'Menjalankan layanan…', en: 'Starting the service…' },
  'boot.database': { id: 'Menyiapkan basis data…', en: 'Preparing the database…' },
  'boot.history': {
    id: 'Mengisi 90 hari data simulasi…',
    en: 'Filling in 90 days of simulated data…',
  },
  'boot.listening': { id: 'Membuka sambungan…', en: 'Opening the connection…' },
  'boot.connecting': { id: 'Mengambil gambar pertama…', en: 'Fetching the first picture…' },
  'boot.city': { id: 'Memuat data kota…', en: 'Loading the city’s data…' },
  'boot.progress': { id: 'Kemajuan', en: 'Progress' },
  'boot.failedTitle': {
    id: 'Layanan tidak dapat dijalankan',
    en: 'The service could not be started',
  },
  'boot.failedAdvice': {
    id: 'Pastikan tidak ada jendela lain yang memakai folder data yang sama dan ruang simpan masih cukup. Log ada di folder data aplikasi, logs/backend.log.',
    en: 'Make sure that no other window uses the same data folder and that there is enough disk space. The log is in the application’s data folder, logs/backend.log.',
  },
  'boot.retryAt': {
    id: 'Dicoba lagi otomatis pukul {time} WIB.',
    en: 'Tried again automatically at {time} WIB.',
  },
  'boot.gaveUp': {
    id: 'Tidak dicoba lagi. Tutup aplikasi, perbaiki penyebabnya, lalu buka kembali.',
    en: 'It will not be tried again. Close the application, mend the cause, then open it again.',
  },
  'boot.mismatchTitle': { id: 'Perlu pembaruan', en: 'Update needed' },
  'boot.mismatchAdvice': {
    id: 'Layar ini dan server memakai versi protokol yang berbeda, jadi gambarnya bisa salah terbaca. Perbarui aplikasi (di peramban: muat ulang halaman).',
    en: 'This screen and the server speak different protocol versions, so the picture could be misread. Update the application (in a browser: reload the page).',
  },
  'boot.unauthorizedTitle': { id: 'Akses ditolak', en: 'Access refused' },
  'boot.unauthorizedAdvice': {
    id: 'Server tidak menerima kunci layar ini. Mulai ulang aplikasi; di peramban, buka lagi lewat tautan dari server.',
    en: 'The server does not accept this screen’s key. Restart the application; in a browser, open it again with the link from the server.',
  },
  'boot.unreachableTitle': { id: 'Server tidak menjawab', en: 'The server does not answer' },
  'boot.askedAgain': {
    id: 'Dicoba lagi otomatis; layar terbuka sendiri begitu server menjawab.',
    en: 'It is asked again automatically; the screen opens by itself once it answers.',
  },
  'boot.unreachable': {
    id: 'Tidak ada jawaban dari {origin}. Periksa apakah server berjalan dan jaringan tersambung.',
    en: 'No answer from {origin}. Check that it runs and that the network is up.',
  },
  'boot.reload': { id: 'Muat ulang', en: 'Reload' },
} as const satisfies Messages;
