import { MantineProvider } from '@mantine/core';
import { assertNever } from '@shared/assert';
import { useStore } from 'zustand';

import { LiveContext, useLive } from '../hooks/use-live';
import { mantineTheme, mantineVariables } from '../theme/mantine-theme';
import type { BackendAccess } from './backend-source';
import { type BootPhase, BootScreen } from './boot-screen';
import { PanelBoundary } from './panel-boundary';
import type { Session } from './session';
import { settingsStore } from './settings-store';
import { Shell } from './shell';
import { BlockedScreen, FailedScreen, SignInScreen } from './stopped-screens';

/** The whole window: what stands in the way of the workspace, or the workspace. */
export function App({ session }: { session: Session }) {
  const access = useStore(session.access, (state) => state.access);
  const theme = useStore(settingsStore, (state) => state.theme);
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={theme}
    >
      <PanelBoundary panel="window">
        <LiveContext value={session.client}>
          <Content access={access} />
        </LiveContext>
      </PanelBoundary>
    </MantineProvider>
  );
}

/** A picture once had stays on screen, whatever becomes of the backend. */
function Content({ access }: { access: BackendAccess }) {
  const hasModel = useLive((state) => state.model !== null);
  const hasCity = useLive((state) => state.city !== null);
  const link = useLive((state) => state.link);
  if (link.kind === 'blocked') return <BlockedScreen reason={link.reason} />;
  if (hasModel && hasCity) return <Shell failure={access.kind === 'failed' ? access : null} />;
  return <NothingToShowYet access={access} phase={hasModel ? 'city' : 'connecting'} />;
}

interface NothingToShowYetProps {
  access: BackendAccess;
  /** What is awaited of a backend that is ready. */
  phase: BootPhase;
}

function NothingToShowYet({ access, phase }: NothingToShowYetProps) {
  switch (access.kind) {
    case 'starting':
      return <BootScreen phase={access.phase} progress={access.progress} />;
    case 'ready':
      return <BootScreen phase={phase} progress={null} />;
    case 'failed':
      return <FailedScreen failure={access} />;
    case 'sign_in':
      return <SignInScreen reason={access.reason} />;
    default:
      return assertNever(access);
  }
}
