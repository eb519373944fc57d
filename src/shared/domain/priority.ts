import { z } from 'zod';

/** P1 Kritis (life threatened now) … P4 Non-darurat. The values are immutable; labels and colours are city data. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export const prioritySchema = z.enum(PRIORITIES);
export type Priority = z.infer<typeof prioritySchema>;
