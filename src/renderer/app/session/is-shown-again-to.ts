import type { SignedIn } from '../../live/signed-in';
import type { SessionShelf } from './kept-session';

/**
 * Whether this window may show the picture it kept before anybody has been asked: it saw it under the machine's own
 * token, or its session of then is still at hand. After a restart nobody is signed in, and nobody else's picture shows.
 */
export function isShownAgainTo({ by, principal }: SignedIn, shelf: SessionShelf): boolean {
  const kept = shelf.load(['person', 'demo', 'display']);
  switch (by) {
    case 'machine':
      return kept === null;
    case 'demo':
      return kept?.kind === 'demo' && kept.choice.role === principal.role;
    case 'person':
    case 'display':
      return kept?.kind === by && kept.id === principal.id;
  }
}
