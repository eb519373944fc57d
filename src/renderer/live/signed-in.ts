import { principalSchema } from '@shared/domain/access';
import { z } from 'zod';

/** Who sits before this screen, as far as the server has said, and by what. */
export const signedInSchema = z.object({
  /** `machine`: nobody signed in, the window's own token speaks; `demo`: a role tried on; `display`: an enrolled wall. */
  by: z.enum(['machine', 'demo', 'person', 'display']),
  principal: principalSchema,
  /** Of the person or the display. */
  displayName: z.string(),
  /** Whether this window may look through the eyes of another role. */
  mayChooseDemoRole: z.boolean(),
});
export type SignedIn = z.infer<typeof signedInSchema>;
