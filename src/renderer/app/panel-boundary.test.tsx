import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { PanelBoundary } from './panel-boundary';
import { fakeLiveClient } from './testing/fake-live-client';
import { renderLive } from './testing/render-live';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function renderPanels(isBroken: () => boolean) {
  function Fragile() {
    if (isBroken()) throw new Error('one bad record');
    return <p>peta</p>;
  }
  return renderLive(
    fakeLiveClient(),
    <>
      <PanelBoundary panel="map">
        <Fragile />
      </PanelBoundary>
      <PanelBoundary panel="queue">
        <p>antrean</p>
      </PanelBoundary>
    </>,
  );
}

it('a panel that fails says so and is reported; the others go on', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  renderPanels(() => true);
  expect(screen.getByRole('alert').textContent).toContain('Panel ini berhenti; yang lain jalan.');
  expect(screen.getByText('antrean')).toBeTruthy();
  expect(log.mock.calls.flat().join('\n')).toContain('map: one bad record');
});

it('a failed panel starts again when asked to', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  renderPanels(() => isBroken);
  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(screen.getByText('peta')).toBeTruthy();
});
