import { expect, it } from 'vitest';

import { createGate } from './gate';

it('turns away whoever comes when all places are taken, and lets in the next once one is free', () => {
  const gate = createGate(2);
  const leave = gate.enter()?.hold();
  gate.enter()?.hold();
  expect(gate.enter()).toBeNull();
  expect(gate.taken()).toBe(2);
  leave?.();
  expect(gate.taken()).toBe(1);
  expect(gate.enter()).not.toBeNull();
});

it('keeps a place until the last hold on it is let go, however often the first one is', () => {
  const gate = createGate(1);
  const place = gate.enter();
  const hangUp = place?.hold();
  const finishWork = place?.hold();
  hangUp?.();
  hangUp?.();
  expect(gate.taken()).toBe(1);
  finishWork?.();
  expect(gate.taken()).toBe(0);
});
