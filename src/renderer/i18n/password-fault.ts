import { z } from 'zod';

import type { Translate } from './t';

const RULES = ['too_short', 'too_long', 'common', 'like_username'] as const;
const ruleSchema = z.object({ rule: z.enum(RULES), min: z.number().optional() });

/**
 * Which rule a new password breaks, in words; null: the refusal is not about the password.
 * @param details of the server's refusal
 */
export function passwordFault(details: unknown, t: Translate): string | null {
  const broken = ruleSchema.safeParse(details);
  if (!broken.success) return null;
  return t(`password.${broken.data.rule}`, { min: broken.data.min ?? 12 });
}
