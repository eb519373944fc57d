import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useToday } from '../../hooks/use-today';
import { useT } from '../../i18n/t';
import type { AuditQuery } from '../../live/admin-api';
import { saveFile } from '../../ui/save-file';
import classes from './audit-panel.module.css';
import { serverQuery } from './server-query';

/** Saves the entries that pass the filters as CSV. */
export function AuditExport({ query }: { query: AuditQuery }) {
  const t = useT();
  const api = useAdminApi();
  const today = useToday();
  const { attempt, run } = useAttempt();
  const save = async (): Promise<void> => {
    await run(async () =>
      saveFile(await api.fetchAuditCsv(serverQuery(query)), `audit-112-${today}.csv`),
    );
  };
  return (
    <>
      {attempt.kind === 'failed' && (
        <span role="alert" className={classes['fault']}>
          {t('audit.exportFailed', { message: attempt.error.message })}
        </span>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size="1.1em" aria-hidden="true" />}
        loading={attempt.kind === 'busy'}
        onClick={() => void save()}
      >
        {t('audit.export')}
      </Button>
    </>
  );
}
