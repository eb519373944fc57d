import { z } from 'zod';

import type { Translate } from './t';

const FAULTS = ['too_short', 'too_simple', 'common', 'derived'] as const;
const faultSchema = z.object({ field: z.literal('password'), fault: z.enum(FAULTS) });

/**
 * Which rule a new password breaks, in words; null: the refusal is not about the password.
 * @param details of the server's refusal
 */
export function passwordFault(details: unknown, t: Translate): string | null {
  const broken = faultSchema.safeParse(details);
  if (!broken.success) return null;
  return t(`password.${broken.data.fault}`);
}
