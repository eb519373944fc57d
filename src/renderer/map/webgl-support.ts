/** Whether this machine can draw the map at all. */
export function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return false;
  // Browsers keep only a few contexts alive: hand this one back at once.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return true;
}
