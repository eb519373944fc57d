import { MantineProvider } from '@mantine/core';
import { assertNever } from '@shared/assert';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';

import { LiveContext, useLive } from '../hooks/use-live';
import { PrincipalContext } from '../hooks/use-principal';
import type { SignedIn } from '../live/signed-in';
import { mantineTheme, mantineVariables } from '../theme/mantine-theme';
import type { BackendAccess } from './backend-source';
import { type BootPhase, BootScreen } from './boot-screen';
import { PanelBoundary } from './panel-boundary';
import type { Gate } from './session/gate';
import type { Session } from './session/session';
import { SessionContext, useWho } from './session/session-context';
import { settingsStore } from './settings-store';
import { Shell } from './shell';
import { BlockedScreen, FailedScreen, UnreachableScreen } from './stopped-screens';

// Most windows never see it.
const Entrance = lazy(async () => ({ default: (await import('./entrance/entrance')).Entrance }));

/** The whole window: what stands in the way of the workspace, or the workspace. */
export function App({ session }: { session: Session }) {
  const theme = useStore(settingsStore, (state) => state.theme);
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={theme}
    >
      <PanelBoundary panel="window">
        <LiveContext value={session.client}>
          <SessionContext value={session}>
            <Content session={session} />
          </SessionContext>
        </LiveContext>
      </PanelBoundary>
    </MantineProvider>
  );
}

/** A picture once had stays on screen, whatever becomes of the backend; for those who may see it. */
function Content({ session }: { session: Session }) {
  const access = useStore(session.store, (state) => state.access);
  const gate = useStore(session.store, (state) => state.gate);
  const who = useWho();
  const hasModel = useLive((state) => state.model !== null);
  const hasCity = useLive((state) => state.city !== null);
  const link = useLive((state) => state.link);
  if (link.kind === 'blocked') return <BlockedScreen reason={link.reason} />;
  if (isEntrance(gate) && access.kind === 'ready') {
    return (
      <Suspense fallback={<BootScreen phase="connecting" progress={null} />}>
        <Entrance gate={gate} />
      </Suspense>
    );
  }
  if (who !== null && hasModel && hasCity) return <Workspaces who={who} access={access} />;
  return <NothingToShowYet access={access} phase={hasModel ? 'city' : 'connecting'} />;
}

function isEntrance(gate: Gate): gate is Exclude<Gate, { kind: 'asking' | 'open' }> {
  return gate.kind !== 'asking' && gate.kind !== 'open';
}

function Workspaces({ who, access }: { who: SignedIn; access: BackendAccess }) {
  return (
    <PrincipalContext value={who.principal}>
      <Shell who={who} failure={access.kind === 'failed' ? access : null} />
    </PrincipalContext>
  );
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
    case 'unreachable':
      return <UnreachableScreen />;
    default:
      return assertNever(access);
  }
}
