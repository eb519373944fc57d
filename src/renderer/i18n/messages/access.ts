import type { Messages } from '../messages';

export const access = {
  'role.admin': { id: 'Admin', en: 'Admin' },
  'role.supervisor': { id: 'Supervisor', en: 'Supervisor' },
  'role.operator': { id: 'Operator', en: 'Operator' },
  'role.opd': { id: 'Petugas OPD', en: 'Agency officer' },
  'role.executive': { id: 'Pimpinan', en: 'Executive' },
  'role.display': { id: 'Layar dinding', en: 'Wall display' },
  'role.integration': { id: 'Sistem lain', en: 'Another system' },
  'access.onlyFor': { id: 'Untuk: {roles}.', en: 'For: {roles}.' },
  'access.forbiddenTitle': {
    id: '{workspace} bukan untuk peran ini',
    en: '{workspace} is not for this role',
  },
  'access.forbiddenAdvice': {
    id: 'Anda masuk sebagai {name} ({role}).',
    en: 'You are signed in as {name} ({role}).',
  },
  'access.goTo': { id: 'Buka {workspace}', en: 'Open {workspace}' },

  'entrance.signInTitle': { id: 'Masuk', en: 'Sign in' },
  'entrance.username': { id: 'Nama pengguna', en: 'Username' },
  'entrance.password': { id: 'Kata sandi', en: 'Password' },
  'entrance.signIn': { id: 'Masuk', en: 'Sign in' },
  'entrance.showPassword': { id: 'Tampilkan kata sandi', en: 'Show the password' },
  'entrance.help': {
    id: 'Lupa kata sandi atau belum punya akun? Hubungi admin ruang kendali.',
    en: 'Forgot the password, or no account yet? Ask the room’s admin.',
  },
  'entrance.notice.ended': {
    id: 'Sesi berakhir. Masuk lagi untuk melanjutkan.',
    en: 'Your session has ended. Sign in again to go on.',
  },
  'entrance.notice.disabled': {
    id: 'Akun dinonaktifkan. Hubungi admin ruang kendali.',
    en: 'This account is disabled. Ask the room’s admin.',
  },
  'entrance.notice.reused': {
    id: 'Sesi diakhiri: dipakai dari dua tempat sekaligus. Jika bukan Anda, ganti kata sandi.',
    en: 'The session was ended: it was used from two places at once. If that was not you, change the password.',
  },
  'entrance.notice.signed_out': { id: 'Anda telah keluar.', en: 'You have signed out.' },
  'entrance.fault.wrong': {
    id: 'Nama pengguna atau kata sandi salah.',
    en: 'Wrong username or password.',
  },
  'entrance.fault.disabled': {
    id: 'Akun ini dinonaktifkan. Hubungi admin ruang kendali.',
    en: 'This account is disabled. Ask the room’s admin.',
  },
  'entrance.fault.wait': {
    id: 'Terlalu banyak percobaan. Coba lagi dalam {seconds} detik.',
    en: 'Too many attempts. Try again in {seconds} s.',
  },
  'entrance.fault.unreachable': {
    id: 'Server tidak menjawab. Periksa jaringan, lalu coba lagi.',
    en: 'The server does not answer. Check the network, then try again.',
  },
  'entrance.fault.badUsername': {
    id: 'Nama pengguna: 3–32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
    en: 'Username: 3 to 32 lower-case letters, digits, dots, underscores or dashes.',
  },
  'entrance.fault.other': { id: 'Server menolak: {message}', en: 'The server refused: {message}' },

  'password.rule': {
    id: 'Paling sedikit 12 karakter. Beberapa kata acak lebih kuat dan lebih mudah diingat daripada simbol.',
    en: 'At least 12 characters. A few random words are stronger and easier to remember than symbols.',
  },
  'password.too_short': {
    id: 'Kata sandi terlalu pendek: paling sedikit 12 karakter.',
    en: 'The password is too short: at least 12 characters.',
  },
  'password.too_simple': {
    id: 'Kata sandi hanya mengulang sedikit karakter atau mengikuti urutan abjad atau papan tik.',
    en: 'The password repeats a few characters, or runs along the alphabet or the keyboard.',
  },
  'password.common': {
    id: 'Kata sandi ini ada di daftar yang paling sering ditebak. Pilih yang lain.',
    en: 'This password is on the list of those guessed first. Choose another one.',
  },
  'password.derived': {
    id: 'Kata sandi terlalu mirip nama akun, nama orangnya, atau nama kota.',
    en: 'The password is too much like the account’s, the person’s or the city’s name.',
  },

  'firstAdmin.title': { id: 'Akun admin pertama', en: 'First admin account' },
  'firstAdmin.advice': {
    id: 'Server ini belum punya akun. Admin pertama membuat akun untuk yang lain.',
    en: 'This server has no account yet. The first admin creates those of all others.',
  },
  'firstAdmin.code': { id: 'Kode sekali pakai', en: 'One-time code' },
  'firstAdmin.codeHelp': {
    id: 'Tertulis di log server saat pertama dijalankan.',
    en: 'Written in the server’s log at its first start.',
  },
  'firstAdmin.displayName': { id: 'Nama lengkap', en: 'Full name' },
  'firstAdmin.create': { id: 'Buat akun dan masuk', en: 'Create the account and sign in' },
  'firstAdmin.badCode': {
    id: 'Kode tidak berlaku. Lihat kode terbaru di log server.',
    en: 'The code is not valid. Look for the latest one in the server’s log.',
  },

  'enrol.title': { id: 'Layar ini belum terdaftar', en: 'This display is not enrolled yet' },
  'enrol.step': {
    id: 'Ketik kode ini di komputer supervisor: Admin → Layar.',
    en: 'Type this code at a supervisor’s computer: Admin → Displays.',
  },
  'enrol.after': {
    id: 'Layar dinding terbuka sendiri begitu kode disetujui.',
    en: 'The wall opens by itself once the code is approved.',
  },
  'enrol.code': { id: 'Kode pendaftaran', en: 'Enrolment code' },
  'enrol.expiresIn': { id: 'Kode berganti dalam {time}', en: 'The code changes in {time}' },
  'enrol.asking': { id: 'Meminta kode…', en: 'Asking for a code…' },
  'enrol.unreachable': {
    id: 'Server tidak menjawab. Dicoba lagi otomatis.',
    en: 'The server does not answer. It is tried again automatically.',
  },
  'enrol.person': { id: 'Masuk sebagai petugas', en: 'Sign in as a person' },

  'user.menu': { id: 'Akun:', en: 'Account:' },
  'user.signOut': { id: 'Keluar', en: 'Sign out' },
  'user.machine': { id: 'Jendela komputer ini', en: 'This computer’s window' },
  'user.lookAs': { id: 'Lihat sebagai…', en: 'Look as…' },
  'user.demoHelp': {
    id: 'Hanya di kota simulasi: lihat layar dengan mata peran lain.',
    en: 'In the simulated city only: see the screen through another role’s eyes.',
  },
  'user.lookingAs': { id: 'Melihat sebagai {role}', en: 'Looking as {role}' },
  'user.escape': { id: 'Esc: kembali', en: 'Esc: back' },
  'user.back': { id: 'Kembali ke {role}', en: 'Back to {role}' },
  'user.lookFailed': {
    id: 'Gagal berganti peran: {message}',
    en: 'Changing role failed: {message}',
  },
} as const satisfies Messages;
