import type { CallType } from '@shared/domain/call';
import type { Priority } from '@shared/domain/priority';
import type { AvailabilityClass } from '@shared/domain/unit-status';

/** What a person at a desk chooses. */
export type ThemeName = 'dark' | 'light';
/** A desk's themes, and a wall's: the same colours, stronger, because a wall is read from 5 m (7:1 and more). */
export type PaletteName = ThemeName | 'wall-night' | 'wall-day';

/** Every colour of the product. Canvas renderers (map, charts) read them here; CSS gets them as variables. */
export interface Tokens {
  background: string;
  panel: string;
  raised: string;
  hairline: string;
  /** Surface of a card that holds a P1. */
  critical: string;
  text: string;
  muted: string;
  accent: string;
  /** Text on a filled priority badge. */
  onPriority: string;
  priority: Record<Priority, string>;
  /** Tone of elapsed time; `fresh` is below 5 minutes, `ended` is frozen. */
  elapsed: Record<'fresh' | 'min5' | 'min15' | 'min30' | 'min60' | 'ended', string>;
  availability: Record<AvailabilityClass, string>;
  /** Shares of a bar, always beside their words: cool, so that no call looks like an incident. */
  callType: Record<CallType, string>;
  /** Sequential, low to high. */
  areaRamp: readonly [string, string, string, string, string];
  map: { sea: string; land: string; border: string; road: string; toll: string; halo: string };
  link: { live: string; stale: string; offline: string };
}

export const tokens: Record<PaletteName, Tokens> = {
  dark: {
    background: '#0b121a',
    panel: '#111b26',
    raised: '#172331',
    hairline: '#24364a',
    critical: '#2a1218',
    text: '#e6eef5',
    muted: '#93a7ba',
    accent: '#4cc2ff',
    onPriority: '#14090a',
    priority: { P1: '#ff5a4f', P2: '#ffa23a', P3: '#ffd84d', P4: '#8fa3b5' },
    elapsed: {
      fresh: '#e6eef5',
      min5: '#ffe08a',
      min15: '#ffc069',
      min30: '#ff9b52',
      min60: '#ff7a6e',
      ended: '#93a7ba',
    },
    availability: {
      available: '#35c9a5',
      conditional: '#b18cff',
      committed: '#5aa9ff',
      unavailable: '#7c8fa3',
    },
    callType: {
      normal: '#4cc2ff',
      informasi: '#4f8fbe',
      prank: '#8f6fb8',
      ghost: '#5b7086',
      terputus: '#3b4d5f',
    },
    areaRamp: ['#16283a', '#1d3a4f', '#235064', '#2a6a79', '#36868b'],
    map: {
      sea: '#0a1420',
      land: '#101c28',
      border: '#3a5068',
      road: '#4a6076',
      toll: '#c99a3a',
      halo: '#0b121a',
    },
    link: { live: '#35c9a5', stale: '#ffc069', offline: '#ff7a6e' },
  },
  light: {
    background: '#f4f6f8',
    panel: '#ffffff',
    raised: '#eef2f5',
    hairline: '#d5dde5',
    critical: '#fdebe8',
    text: '#1b2733',
    muted: '#566778',
    accent: '#0b6fb8',
    onPriority: '#ffffff',
    priority: { P1: '#d92d20', P2: '#b85c00', P3: '#8a6700', P4: '#5f6f7f' },
    elapsed: {
      fresh: '#1b2733',
      min5: '#7a5c00',
      min15: '#9a5200',
      min30: '#b54708',
      min60: '#b42318',
      ended: '#566778',
    },
    availability: {
      available: '#0b7a5e',
      conditional: '#7a4fd0',
      committed: '#1967cb',
      unavailable: '#5e6d78',
    },
    callType: {
      normal: '#0b6fb8',
      informasi: '#5e9cc7',
      prank: '#9877c2',
      ghost: '#8798a8',
      terputus: '#b6c2cd',
    },
    areaRamp: ['#eef3f1', '#cfe3df', '#a5cdc8', '#6fb0ad', '#3a8c8d'],
    map: {
      sea: '#e6eef4',
      land: '#f3f1ec',
      border: '#8ea2b3',
      road: '#b9c3cc',
      toll: '#c9922a',
      halo: '#ffffff',
    },
    link: { live: '#0f7a62', stale: '#8a5a00', offline: '#b42318' },
  },
  'wall-night': {
    background: '#0a1118',
    panel: '#101a25',
    raised: '#162230',
    hairline: '#2b4057',
    critical: '#35100f',
    text: '#f4f8fb',
    muted: '#b4c6d6',
    accent: '#7dd0ff',
    onPriority: '#120404',
    priority: { P1: '#ff6b61', P2: '#ffa23a', P3: '#ffe066', P4: '#a9bccd' },
    elapsed: {
      fresh: '#f4f8fb',
      min5: '#ffe58f',
      min15: '#ffc46b',
      min30: '#ffab6b',
      min60: '#ff9a8f',
      ended: '#b4c6d6',
    },
    availability: {
      available: '#52efc6',
      conditional: '#d9c2ff',
      committed: '#74b6ff',
      unavailable: '#a3b5c6',
    },
    callType: {
      normal: '#7dd0ff',
      informasi: '#5a9fd0',
      prank: '#a688cc',
      ghost: '#6f879f',
      terputus: '#485d72',
    },
    areaRamp: ['#122231', '#193648', '#214b5e', '#2a6273', '#357a88'],
    map: {
      sea: '#08111b',
      land: '#111d2a',
      border: '#4a6480',
      road: '#45607a',
      toll: '#c99a3a',
      halo: '#0a1118',
    },
    link: { live: '#4adbb5', stale: '#ffc46b', offline: '#ff9a8f' },
  },
  'wall-day': {
    background: '#e6ecf1',
    panel: '#ffffff',
    raised: '#f2f6f9',
    hairline: '#b9c6d2',
    critical: '#ffe9e6',
    text: '#0f1a24',
    muted: '#3b4a58',
    accent: '#00497f',
    onPriority: '#ffffff',
    priority: { P1: '#ad1409', P2: '#8f4300', P3: '#5e4b00', P4: '#4a5866' },
    elapsed: {
      fresh: '#0f1a24',
      min5: '#4d3b00',
      min15: '#6b3a00',
      min30: '#85320a',
      min60: '#941409',
      ended: '#3b4a58',
    },
    availability: {
      available: '#00553f',
      conditional: '#5c24b0',
      committed: '#00305f',
      unavailable: '#3f4d58',
    },
    callType: {
      normal: '#0b6fb8',
      informasi: '#5e9cc7',
      prank: '#9877c2',
      ghost: '#8798a8',
      terputus: '#b6c2cd',
    },
    areaRamp: ['#f0f5f3', '#cfe3df', '#a5cdc8', '#7bb6b3', '#549b9b'],
    map: {
      sea: '#d9e5ee',
      land: '#f5f3ee',
      border: '#73899c',
      road: '#b0bcc7',
      toll: '#c9922a',
      halo: '#ffffff',
    },
    link: { live: '#00553f', stale: '#6b3f00', offline: '#941409' },
  },
};
