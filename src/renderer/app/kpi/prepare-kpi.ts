import { wibDay } from '@shared/domain/time';

import { periodOfChoice } from '../../features/kpi/period';
import type { LiveClient } from '../../live/model';
import { rememberedChoice } from './use-period-choice';

/**
 * Have the server count the report that the workspace will open with: its first one is the slowest, and what it has
 * counted it keeps for whoever asks next.
 */
export async function prepareKpi(
  client: Pick<LiveClient, 'fetchKpi' | 'serverNowMs'>,
): Promise<void> {
  const today = wibDay(new Date(client.serverNowMs()).toISOString());
  await client.fetchKpi(periodOfChoice(rememberedChoice(), today), AbortSignal.timeout(30_000));
}
