import { MantineProvider } from '@mantine/core';
import type { Principal } from '@shared/domain/access';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';

import { LiveContext } from '../../hooks/use-live';
import { PrincipalContext } from '../../hooks/use-principal';
import { languageStore } from '../../i18n/language';
import type { LiveClient } from '../../live/model';
import { selectionStore } from '../../live/selection';

const SUPERVISOR: Principal = { role: 'supervisor', id: 'user-1' };

/** Draw a panel over a client, in Indonesian, with nothing selected, for a supervisor unless said otherwise. */
export function renderLive(
  client: LiveClient,
  panel: ReactNode,
  principal: Principal = SUPERVISOR,
): RenderResult {
  languageStore.setState({ language: 'id' });
  selectionStore.setState({ selected: null, hovered: null });
  return render(
    <MantineProvider forceColorScheme="dark">
      <LiveContext value={client}>
        <PrincipalContext value={principal}>{panel}</PrincipalContext>
      </LiveContext>
    </MantineProvider>,
  );
}
