import type { Priority } from '@shared/domain/priority';

/** A note: how high, when it begins, how long it sounds. */
interface Note {
  hertz: number;
  atSeconds: number;
  seconds: number;
}

/** The more urgent, the longer and the higher. Synthesised, so that there is no file to lose. */
const TONES = {
  P1: [0, 0.5, 1].flatMap((atSeconds) => [
    { hertz: 880, atSeconds, seconds: 0.18 },
    { hertz: 1_175, atSeconds: atSeconds + 0.2, seconds: 0.22 },
  ]),
  P2: [
    { hertz: 740, atSeconds: 0, seconds: 0.18 },
    { hertz: 880, atSeconds: 0.22, seconds: 0.22 },
  ],
  P3: [{ hertz: 660, atSeconds: 0, seconds: 0.2 }],
  P4: [],
} as const satisfies Record<Priority, readonly Note[]>;

const LOUDNESS = 0.35;
/** Edges without a click. */
const RAMP_SECONDS = 0.015;

export interface AlarmSound {
  /** Sound the tone of a priority. */
  play(priority: Priority): void;
  /** False where the browser lets no page sound before somebody has touched it. */
  isAllowed(): boolean;
  dispose(): void;
}

/** The wall's voice. Silent, and nothing worse, on a machine without sound. */
export function createAlarmSound(): AlarmSound {
  const context = new AudioContext();
  // Refused until a hand touches the page; isAllowed() tells.
  context.resume().catch(() => undefined);
  return {
    play(priority) {
      for (const note of TONES[priority]) sound(context, note);
    },
    isAllowed: () => context.state === 'running',
    dispose() {
      void context.close();
    },
  };
}

function sound(context: AudioContext, { hertz, atSeconds, seconds }: Note): void {
  const start = context.currentTime + atSeconds;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP_SECONDS);
  gain.gain.setValueAtTime(LOUDNESS, start + seconds - RAMP_SECONDS);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
