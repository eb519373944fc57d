/**
 * Calls back when a broken line is worth trying at once: the network came back, or someone looks again.
 * Nothing to listen to under Node. @returns the undo
 */
export function onWakeUp(wakeUp: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') wakeUp();
  };
  window.addEventListener('online', wakeUp);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('online', wakeUp);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
