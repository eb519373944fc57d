import { type ThemeName, type Tokens, tokens } from './tokens';

/**
 * Put a theme's colours on the document as CSS variables (`--cc-panel`, `--cc-priority-p1`, …)
 * and name the theme in `data-theme`, for style sheets and for whoever watches it.
 */
export function applyTokens(root: HTMLElement, theme: ThemeName): void {
  for (const [name, value] of Object.entries(cssVariables(tokens[theme]))) {
    root.style.setProperty(name, value);
  }
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
}

/** CSS variable → colour, for every leaf of the tokens. */
export function cssVariables(theme: Tokens): Record<string, string> {
  return Object.fromEntries(flatten('--cc', theme));
}

function flatten(prefix: string, branch: object): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]: [string, unknown]) => {
    const name = `${prefix}-${kebab(key)}`;
    return typeof value === 'object' && value !== null
      ? flatten(name, value)
      : [[name, String(value)]];
  });
}

function kebab(key: string): string {
  return key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
