// Loaded into a process under watch (`node --expose-gc --import`): answers each message `sample` with what the
// process holds after a full garbage collection, and how late its event loop was since the answer before.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;
const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
lag.enable();

process.on('message', (message) => {
  if (message !== 'sample') return;
  const lagP99Ms = Math.max(0, lag.percentile(99) / NS_PER_MS - RESOLUTION_MS);
  const lagMaxMs = Math.max(0, lag.max / NS_PER_MS - RESOLUTION_MS);
  // The collection stops everything, on our order and not by the load: it is not to be counted.
  lag.disable();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  process.send?.({ kind: 'sample', rss, heapUsed, external, handles, lagP99Ms, lagMaxMs });
  lag.reset();
  lag.enable();
});
process.channel?.unref();
