import type { CallerSummary, RevealedCaller } from '@shared/protocol/caller-data';
import { useState } from 'react';

import { useMay } from '../../hooks/use-may';
import { useT } from '../../i18n/t';
import { type Fact, FactList } from '../../ui/fact-list';
import { RefusableButton } from '../../ui/refusable-button';
import { Section } from '../../ui/section';
import classes from './incident-caller.module.css';
import { RevealDialog } from './reveal-dialog';
import type { DetailState } from './use-incident-detail';
import { useRevealedCaller } from './use-revealed-caller';

/** Who reported it: masked, until somebody says why they need to know; then for a minute. */
export function IncidentCaller({ id, detail }: { id: string; detail: DetailState }) {
  const t = useT();
  const permission = useMay('incident.reveal');
  const { revealed, secondsLeft, show, hide } = useRevealedCaller(id);
  const [isAsking, setIsAsking] = useState(false);
  if (detail.kind !== 'ready') return null;
  const { caller } = detail.detail;
  const facts =
    revealed !== null ? revealedFacts(revealed) : caller === null ? [] : maskedFacts(caller);
  const refusal = permission.may
    ? caller === null
      ? t('incident.callerUnknown')
      : null
    : permission.reason;

  return (
    <Section title={t('incident.caller')}>
      {facts.length > 0 && (
        <FactList
          facts={facts.map(({ key, value }): Fact => ({ label: t(key), value: words(value) }))}
        />
      )}
      {facts.length === 0 && (
        <p className={classes['quiet']}>
          {t(caller === null ? noneWords(permission.may) : 'incident.callerUnreadable')}
        </p>
      )}
      <div className={classes['act']}>
        {revealed === null ? (
          <RefusableButton
            size="compact-sm"
            variant="default"
            refusal={refusal}
            onClick={() => setIsAsking(true)}
          >
            {t('incident.reveal')}
          </RefusableButton>
        ) : (
          <RefusableButton size="compact-sm" variant="default" refusal={null} onClick={hide}>
            {t('incident.hide', { seconds: String(secondsLeft) })}
          </RefusableButton>
        )}
      </div>
      {isAsking && (
        <RevealDialog
          incidentId={id}
          onRevealed={(answer) => {
            setIsAsking(false);
            show(answer);
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Section>
  );

  function words(value: string | true): string {
    return value === true ? t('incident.callerHidden') : value;
  }
}

const noneWords = (may: boolean) => (may ? 'incident.callerUnknown' : 'incident.callerNotTold');

interface CallerFact {
  key: 'incident.callerName' | 'incident.callerNumber' | 'incident.callerAddress';
  /** True: it is known, and not shown. */
  value: string | true;
}

function maskedFacts({ hasName, maskedNumber, hasAddress }: CallerSummary): CallerFact[] {
  return present([
    { key: 'incident.callerName', value: hasName || null },
    { key: 'incident.callerNumber', value: maskedNumber },
    { key: 'incident.callerAddress', value: hasAddress || null },
  ]);
}

function revealedFacts({ name, number, address }: RevealedCaller): CallerFact[] {
  return present([
    { key: 'incident.callerName', value: name },
    { key: 'incident.callerNumber', value: number },
    { key: 'incident.callerAddress', value: address },
  ]);
}

const present = (facts: { key: CallerFact['key']; value: string | true | null }[]): CallerFact[] =>
  facts.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
