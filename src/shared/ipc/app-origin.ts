/** The scheme and origin under which a window's pages live; the backend allows this origin by name. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'command-center';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
