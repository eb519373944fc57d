import { Button } from '@mantine/core';
import type { AuditVerdict } from '@shared/protocol/audit';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useLanguage, useT } from '../../i18n/t';
import { formatCount } from '../../ui/format';
import classes from './audit-panel.module.css';

const SHOWN_OF_HASH = 12;

/** Whether every entry is the one that was recorded; asked for by hand, since it reads them all. */
export function ChainState() {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const verify = async (): Promise<void> => {
    await run(async () => setVerdict(await api.verifyAudit(new AbortController().signal)));
  };
  return (
    <span className={classes['chain']}>
      <output aria-live="polite">
        {verdict !== null && attempt.kind === 'idle' && <Verdict verdict={verdict} />}
      </output>
      {attempt.kind === 'failed' && (
        <span role="alert" className={classes['fault']}>
          {refusalWords(attempt.error, t)}
        </span>
      )}
      <Button
        variant="default"
        size="compact-sm"
        loading={attempt.kind === 'busy'}
        onClick={() => void verify()}
      >
        {t('audit.verify')}
      </Button>
    </span>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const t = useT();
  const language = useLanguage();
  const Icon = verdict.ok ? IconShieldCheck : IconAlertTriangle;
  return (
    <span className={classes['verdict']} data-ok={verdict.ok}>
      <Icon size="1.1em" aria-hidden="true" />
      {verdict.ok
        ? t('audit.whole', {
            n: formatCount(verdict.entries, language),
            hash: verdict.hash.slice(0, SHOWN_OF_HASH),
          })
        : t('audit.broken', {
            number: formatCount(verdict.firstBad, language),
            problem: t(`audit.problem.${verdict.problem}`),
          })}
    </span>
  );
}
