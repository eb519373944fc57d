import { MantineProvider } from '@mantine/core';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';

import { LiveContext } from '../../hooks/use-live';
import { languageStore } from '../../i18n/language';
import type { LiveClient } from '../../live/model';
import { selectionStore } from '../../live/selection';

/** Draw a panel over a client, in Indonesian and with nothing selected. */
export function renderLive(client: LiveClient, panel: ReactNode): RenderResult {
  languageStore.setState({ language: 'id' });
  selectionStore.setState({ selected: null, hovered: null });
  return render(
    <MantineProvider forceColorScheme="dark">
      <LiveContext value={client}>{panel}</LiveContext>
    </MantineProvider>,
  );
}
