import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';

import { tokens } from './tokens';

/** Mantine's ten steps of its dark scheme, from text to ground: fields, menus and boxes are painted from them. */
const dark = [
  tokens.dark.text,
  tokens.dark.text,
  tokens.dark.muted,
  tokens.dark.muted,
  tokens.dark.hairline,
  tokens.dark.raised,
  tokens.dark.background,
  tokens.dark.panel,
  tokens.dark.background,
  tokens.dark.background,
] as const;

/** Mantine drawn with our tokens: no shadows, one radius, our type scale. */
export const mantineTheme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--cc-font)',
  fontSizes: {
    xs: 'var(--cc-size-small)',
    sm: 'var(--cc-size-body)',
    md: 'var(--cc-size-strong)',
    lg: 'var(--cc-size-title)',
    xl: 'var(--cc-size-figure)',
  },
  defaultRadius: 'var(--cc-radius)',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  colors: { dark },
  primaryColor: 'blue',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const surfaces = {
  '--mantine-color-body': 'var(--cc-background)',
  '--mantine-color-text': 'var(--cc-text)',
  '--mantine-color-dimmed': 'var(--cc-muted)',
  '--mantine-color-default': 'var(--cc-raised)',
  '--mantine-color-default-hover': 'var(--cc-hairline)',
  '--mantine-color-default-color': 'var(--cc-text)',
  '--mantine-color-default-border': 'var(--cc-hairline)',
  '--mantine-color-anchor': 'var(--cc-accent)',
  '--mantine-color-placeholder': 'var(--cc-muted)',
  '--mantine-color-error': 'var(--cc-link-offline)',
  '--mantine-color-disabled': 'var(--cc-raised)',
  '--mantine-color-disabled-color': 'var(--cc-muted)',
  '--mantine-color-disabled-border': 'var(--cc-hairline)',
};

export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  dark: surfaces,
  light: surfaces,
});
