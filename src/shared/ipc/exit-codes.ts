/** Exit code of a backend that refuses its configuration; starting it again would change nothing. */
export const EXIT_CONFIG = 78;
