import { type Display, isSameRectangle } from './displays';

/**
 * The slots with their displays as they are now. A display is known by its id; one whose id has not been seen in
 * this run may be an old acquaintance under a new id (another driver, another port) and is then known by its
 * name and place. One that has been seen is nobody else: when its neighbour is unplugged and it moves to that
 * place, it must not take over the neighbour's scene.
 * @param seenIds ids of displays that were there at some time of this run
 */
export function recognizeDisplays<S extends { display: Display }>(
  slots: readonly S[],
  displays: readonly Display[],
  seenIds: ReadonlySet<number>,
): S[] {
  const strangers = displays.filter(
    (display) => !seenIds.has(display.id) && !slots.some((slot) => slot.display.id === display.id),
  );
  return slots.map((slot) => {
    const found =
      displays.find((display) => display.id === slot.display.id) ??
      takeFirst(strangers, (stranger) => isAlike(stranger, slot));
    return found === undefined ? slot : { ...slot, display: found };
  });
}

function isAlike(display: Display, slot: { display: Display }): boolean {
  return (
    display.label === slot.display.label && isSameRectangle(display.bounds, slot.display.bounds)
  );
}

function takeFirst<T>(from: T[], isWanted: (item: T) => boolean): T | undefined {
  const index = from.findIndex(isWanted);
  return index === -1 ? undefined : from.splice(index, 1)[0];
}
