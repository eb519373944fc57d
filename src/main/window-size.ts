/** Parse `1920x1080`; null where it is absent. @throws Error naming the form wanted */
export function parseWindowSize(
  text: string | undefined,
): { width: number; height: number } | null {
  if (text === undefined || text === '') return null;
  const match = /^(\d{3,5})x(\d{3,5})$/.exec(text);
  if (match === null)
    throw new Error(`CC_WINDOW_SIZE is "${text}"; give width and height like 1920x1080`);
  return { width: Number(match[1]), height: Number(match[2]) };
}
