import type { Page } from '@playwright/test';

export interface PageLoad {
  /** Share of the time since the last call in which the main thread worked. */
  busyShare(): Promise<number>;
  heapMb(): Promise<number>;
}

/** Load of a page's main thread and heap, as Chromium counts them. */
export async function watchPageLoad(page: Page): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const valueOf = (name: string): number =>
      metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      atSeconds: valueOf('Timestamp'),
      busySeconds: valueOf('TaskDuration'),
      heapBytes: valueOf('JSHeapUsedSize'),
    };
  };
  let last = await read();
  return {
    async busyShare() {
      const now = await read();
      const share = (now.busySeconds - last.busySeconds) / (now.atSeconds - last.atSeconds);
      last = now;
      return share;
    },
    heapMb: async () => (await read()).heapBytes / 1_000_000,
  };
}
