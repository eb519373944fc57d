import type { Page } from '@playwright/test';
import type { WallScene } from '@shared/ipc/place';
import type { WallSettings } from '@shared/ipc/wall-settings';

import type { WallProbe } from '../../src/renderer/app/diagnostics';
import type { OurWindow } from './support';

type WallWindow = OurWindow & {
  commandCenterDiagnostics: { wall(): WallProbe | null; isMapIdle(): boolean };
};

/** Turn the window into a wall. @param scene null: the scenes take turns */
export async function openWall(
  page: Page,
  scene: WallScene | null,
  settings: Partial<WallSettings> = {},
): Promise<void> {
  await page.evaluate(
    async ([path, change]) => {
      const { commandCenter } = globalThis as unknown as OurWindow;
      const { wall } = await commandCenter.getSettings();
      await commandCenter.changeSettings({ wall: { ...wall, ...change } });
      history.pushState(null, '', path);
    },
    [`/dinding${scene === null ? '' : `/${scene}`}`, settings] as const,
  );
  await page.waitForFunction(
    () => (globalThis as unknown as WallWindow).commandCenterDiagnostics.wall() !== null,
  );
}

/** What the wall shows, and which P1 holds it. */
export function wallOf(page: Page): Promise<WallProbe | null> {
  return page.evaluate(() => (globalThis as unknown as WallWindow).commandCenterDiagnostics.wall());
}

/** Resolves once the wall's map has drawn what it was given. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    (globalThis as unknown as WallWindow).commandCenterDiagnostics.isMapIdle(),
  );
}

export interface ReadableText {
  words: string;
  /** Of its font size in the height of the window. */
  share: number;
  /** WCAG 2 ratio to the nearest opaque background behind it. */
  contrast: number;
}

/** Every text in sight, as the page has computed it. */
export function readTexts(page: Page): Promise<ReadableText[]> {
  return page.evaluate(() => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [r = 0, g = 0, b = 0] = channels(color)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backgroundOf = (element: Element | null): string => {
      for (let at = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((channels(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
      }
      throw new Error('a text without a background');
    };
    const texts: ReadableText[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (
        element === null ||
        words === '' ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const style = getComputedStyle(element);
      const [a, b] = [luminance(style.color), luminance(backgroundOf(element))].sort(
        (x, y) => y - x,
      ) as [number, number];
      texts.push({
        words: words.slice(0, 40),
        share: Number.parseFloat(style.fontSize) / window.innerHeight,
        contrast: (a + 0.05) / (b + 0.05),
      });
    }
    return texts;
  });
}
