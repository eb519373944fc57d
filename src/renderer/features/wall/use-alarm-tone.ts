import { useEffect, useRef, useState } from 'react';

import { type AlarmSound, createAlarmSound } from './alarm-tone';

/** How long a browser takes to say whether it lets a page sound. */
const ASK_MS = 1_000;

/**
 * Sounds the tone of a P1 whenever another incident takes the wall.
 * @param incidentId the one that holds it; null: none
 * @returns why nothing would sound; null: it would
 */
export function useAlarmTone(
  incidentId: string | null,
  isMuted: boolean,
): 'muted' | 'blocked' | null {
  const sound = useRef<AlarmSound | null>(null);
  const [isAllowed, setIsAllowed] = useState(true);
  useEffect(() => {
    const alarm = createAlarmSound();
    sound.current = alarm;
    const timer = setInterval(() => setIsAllowed(alarm.isAllowed()), ASK_MS);
    return () => {
      clearInterval(timer);
      sound.current = null;
      alarm.dispose();
    };
  }, []);
  useEffect(() => {
    if (incidentId !== null && !isMuted) sound.current?.play('P1');
  }, [incidentId, isMuted]);
  if (isMuted) return 'muted';
  return isAllowed ? null : 'blocked';
}
