import { useEffect, useEffectEvent } from 'react';

interface QueueKeys {
  ids: readonly string[];
  cursorId: string | null;
  onMove: (id: string) => void;
  onOpen: (id: string) => void;
  onClear: () => void;
}

/** J/K or the arrows move, Enter opens, Esc clears; wherever the focus is, unless a person is typing. */
export function useQueueKeys(keys: QueueKeys): void {
  const move = (step: 1 | -1): void => {
    const next = nextInQueue(keys.ids, keys.cursorId, step);
    if (next !== null) keys.onMove(next);
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTakenByTarget(event)) return;
    switch (event.key) {
      case 'j':
      case 'J':
      case 'ArrowDown':
        move(1);
        break;
      case 'k':
      case 'K':
      case 'ArrowUp':
        move(-1);
        break;
      case 'Enter':
        if (keys.cursorId !== null && keys.ids.includes(keys.cursorId)) keys.onOpen(keys.cursorId);
        break;
      case 'Escape':
        keys.onClear();
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/**
 * The id one step from the cursor, stopping at the ends. Without a cursor, or when its incident has
 * left the queue, the first step goes to the top.
 */
export function nextInQueue(
  ids: readonly string[],
  cursorId: string | null,
  step: 1 | -1,
): string | null {
  const index = cursorId === null ? -1 : ids.indexOf(cursorId);
  if (index === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))] ?? null;
}

const TEXT_FIELDS =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';
const OWN_KEYS =
  'button, a, summary, input, [role=menu], [role=menuitem], [role=radiogroup], .maplibregl-map';

/** Letters belong to text fields; Enter, Esc and arrows also to whatever control has the focus. */
function isTakenByTarget(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return false;
  if (target.closest(TEXT_FIELDS) !== null) return true;
  const isLetter = event.key.length === 1;
  return !isLetter && event.key !== 'Escape' && target.closest(OWN_KEYS) !== null;
}
