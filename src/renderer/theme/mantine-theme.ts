import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';

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
};

export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  dark: surfaces,
  light: surfaces,
});
