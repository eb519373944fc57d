import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';

import { useT } from '../i18n/t';
import { EmptyNote } from '../ui/empty-note';
import { reportFault } from './report-fault';

interface PanelBoundaryProps {
  /** Names the panel in the log. */
  panel: string;
  children: ReactNode;
}

/** A panel that throws says so and offers to start again; the others go on. */
export class PanelBoundary extends Component<PanelBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportFault(this.props.panel, error, info.componentStack ?? undefined);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <StoppedPanel onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function StoppedPanel({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <div role="alert">
      <EmptyNote
        title={t('common.panelStopped')}
        hint={t('common.panelReported')}
        action={
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    </div>
  );
}
