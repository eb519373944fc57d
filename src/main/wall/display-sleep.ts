import { powerSaveBlocker } from 'electron';

/** @returns a switch: while on, no display of this machine goes to sleep */
export function createSleepBlock(): (isOn: boolean) => void {
  let blockerId: number | null = null;
  return (isOn) => {
    if (isOn === (blockerId !== null)) return;
    if (blockerId === null) {
      blockerId = powerSaveBlocker.start('prevent-display-sleep');
      return;
    }
    powerSaveBlocker.stop(blockerId);
    blockerId = null;
  };
}
