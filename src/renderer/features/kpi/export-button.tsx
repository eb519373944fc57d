import type { KpiPeriod } from '@shared/protocol/kpi';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';

import { useLiveClient } from '../../hooks/use-live';
import { useMay } from '../../hooks/use-may';
import { useT } from '../../i18n/t';
import { RefusableButton } from '../../ui/refusable-button';
import { saveFile } from '../../ui/save-file';
import classes from './export-button.module.css';
import { faultOf } from './kept-reports';

type ExportState = { kind: 'idle' } | { kind: 'busy' } | { kind: 'failed'; message: string };

/** Saves the period's figures as CSV. */
export function ExportButton({ period }: { period: KpiPeriod }) {
  const t = useT();
  const client = useLiveClient();
  const permission = useMay('kpi.export');
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const exportCsv = async (): Promise<void> => {
    setState({ kind: 'busy' });
    try {
      // Not stopped when the workspace is left: who asked for a file wants it.
      const file = await client.fetchKpiCsv(period, new AbortController().signal);
      saveFile(file, `kpi-112-${period.from}-${period.to}.csv`);
      setState({ kind: 'idle' });
    } catch (error) {
      setState({ kind: 'failed', message: faultOf(error).message });
    }
  };
  return (
    <>
      {state.kind === 'failed' && (
        <span role="alert" className={classes['fault']}>
          {t('kpi.exportFailed', { message: state.message })}
        </span>
      )}
      <RefusableButton
        refusal={permission.may ? null : permission.reason}
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size="1.1em" />}
        aria-label={t('kpi.exportLabel')}
        disabled={state.kind === 'busy'}
        onClick={() => void exportCsv()}
      >
        {t(state.kind === 'busy' ? 'kpi.exporting' : 'kpi.export')}
      </RefusableButton>
    </>
  );
}
