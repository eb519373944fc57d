import { MantineProvider } from '@mantine/core';
import { assertNever } from '@shared/assert';
import { useStore } from 'zustand';

import type { BackendFailure } from '../features/link/link-banner';
import { LiveContext, useLive } from '../hooks/use-live';
import { mantineTheme, mantineVariables } from '../theme/mantine-theme';
import { BootScreen } from './boot-screen';
import { PanelBoundary } from './panel-boundary';
import type { Session, SessionState } from './session';
import { settingsStore } from './settings-store';
import { Shell } from './shell';
import { BlockedScreen, FailedScreen, SignInScreen } from './stopped-screens';

/** The whole window: what stands in the way of the workspace, or the workspace. */
export function App({ session }: { session: Session }) {
  const { access, client } = useStore(session.store);
  const theme = useStore(settingsStore, (state) => state.theme);
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={theme}
    >
      <PanelBoundary panel="window">
        {client === null ? (
          <NoClientYet access={access} />
        ) : (
          <LiveContext value={client}>
            <Workspace failure={access.kind === 'failed' ? access : null} />
          </LiveContext>
        )}
      </PanelBoundary>
    </MantineProvider>
  );
}

function NoClientYet({ access }: { access: SessionState['access'] }) {
  switch (access.kind) {
    case 'starting':
      return <BootScreen phase={access.phase} progress={access.progress} />;
    case 'ready':
      return <BootScreen phase="connecting" progress={null} />;
    case 'failed':
      return <FailedScreen failure={access} />;
    case 'sign_in':
      return <SignInScreen reason={access.reason} />;
    default:
      return assertNever(access);
  }
}

function Workspace({ failure }: { failure: BackendFailure | null }) {
  const hasModel = useLive((state) => state.model !== null);
  const hasCity = useLive((state) => state.city !== null);
  const link = useLive((state) => state.link);
  if (link.kind === 'blocked') return <BlockedScreen reason={link.reason} />;
  if (!hasModel) return <BootScreen phase="connecting" progress={null} />;
  if (!hasCity) return <BootScreen phase="city" progress={null} />;
  return <Shell failure={failure} />;
}
