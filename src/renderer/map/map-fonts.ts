import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/**
 * MapLibre draws labels with local fonts when a style has no `glyphs`, and asks for the weight it
 * reads in the font's name. So the one variable file is put up under one name per weight.
 */
export const MAP_FONTS = {
  medium: 'Inter Map Medium',
  semibold: 'Inter Map SemiBold',
  bold: 'Inter Map Bold',
} as const;

const WEIGHTS = { medium: '500', semibold: '600', bold: '700' } as const satisfies Record<
  keyof typeof MAP_FONTS,
  string
>;

let loading: Promise<void> | null = null;

/** Resolves when labels can be drawn; before that MapLibre would draw, and keep, another font's shapes. */
export function loadMapFonts(): Promise<void> {
  loading ??= Promise.all(
    (['medium', 'semibold', 'bold'] as const).map(async (name) => {
      const face = new FontFace(MAP_FONTS[name], `url(${interUrl})`, { weight: WEIGHTS[name] });
      document.fonts.add(face);
      await face.load();
    }),
  ).then(() => undefined);
  return loading;
}
