import { z } from 'zod';

import type { ApiError } from './api-error';

const waitSchema = z.object({ retryAfterSeconds: z.number().nonnegative() });

/** How long the server will not hear of another try; null: it may be tried at once. */
export function retryAfterMsOf(error: ApiError): number | null {
  if (error.code !== 'rate_limited') return null;
  const wait = waitSchema.safeParse(error.details);
  return wait.success ? wait.data.retryAfterSeconds * 1_000 : null;
}
