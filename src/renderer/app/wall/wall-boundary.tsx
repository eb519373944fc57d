import { Component, type ErrorInfo, type ReactNode } from 'react';

import { WallNote } from '../../features/wall/wall-panel';
import { useT } from '../../i18n/t';
import { reportFault } from '../report-fault';

interface WallBoundaryProps {
  /** Names the panel in the log. */
  panel: string;
  children: ReactNode;
}

/** Long enough that a panel that fails again does not flicker. */
const RESTART_MS = 30_000;

/** A panel that throws says so and starts again by itself: nobody stands at a wall. The others go on. */
export class WallBoundary extends Component<WallBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  private restart: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportFault(`wall ${this.props.panel}`, error, info.componentStack ?? undefined);
    clearTimeout(this.restart);
    this.restart = setTimeout(() => this.setState({ hasFailed: false }), RESTART_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.restart);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <StoppedPanel /> : this.props.children;
  }
}

function StoppedPanel() {
  const t = useT();
  return (
    <div role="alert">
      <WallNote title={t('common.panelStopped')} hint={t('wall.restarting')} />
    </div>
  );
}
