import type { KpiReport } from '@shared/protocol/kpi';
import type { ReactNode } from 'react';

import { countDifference, shareDifference, timeDifference } from './difference';
import { DifferenceWords } from './difference-words';
import { FigureButton } from './figure-button';
import classes from './headline.module.css';
import { useKpiWords } from './use-kpi-words';

/** The five figures of the period, each with what it stands on and how it stands to the period before. */
export function Headline({ report }: { report: KpiReport }) {
  return (
    <div className={classes['tiles']}>
      <CallsTile report={report} />
      <IncidentsTile report={report} />
      <ResponseTile report={report} />
      <OpenComplaintsTile report={report} />
      <DoneComplaintsTile report={report} />
    </div>
  );
}

interface TileProps {
  label: string;
  figure: ReactNode;
  difference: ReactNode;
  /** What it stands on. */
  children: ReactNode;
}

function Tile({ label, figure, difference, children }: TileProps) {
  return (
    <section className={classes['tile']} aria-label={label}>
      <h2 className={classes['label']}>{label}</h2>
      <p className={classes['value']}>
        {figure}
        {difference}
      </p>
      <p className={classes['basis']}>{children}</p>
    </section>
  );
}

function CallsTile({ report: { calls, previous } }: { report: KpiReport }) {
  const { t, count, share } = useKpiWords();
  const shareOf = ({ n, byType }: KpiReport['previous']['calls']): string =>
    share(n === 0 ? null : byType.normal / n);
  const real = shareOf(calls);
  const subject = t('kpi.realEmergenciesSubject');
  return (
    <Tile
      label={t('kpi.calls')}
      figure={
        <FigureButton
          spoken={`${t('kpi.calls')}: ${count(calls.n)}`}
          figure={{
            kpi: 'calls',
            subject: null,
            value: count(calls.n),
            n: calls.n,
            excluded: [],
            previous: count(previous.calls.n),
          }}
        >
          {count(calls.n)}
        </FigureButton>
      }
      difference={<DifferenceWords difference={countDifference(calls.n, previous.calls.n, null)} />}
    >
      <FigureButton
        spoken={`${subject}: ${real}`}
        figure={{
          kpi: 'calls',
          subject,
          value: `${real} (${count(calls.byType.normal)})`,
          n: calls.n,
          excluded: [],
          previous: shareOf(previous.calls),
        }}
      >
        {t('kpi.realEmergencies', { share: real })}
      </FigureButton>
      <span>{t('kpi.n', { n: count(calls.byType.normal) })}</span>
    </Tile>
  );
}

function IncidentsTile({ report: { incidents, previous } }: { report: KpiReport }) {
  const { t, count, excludedIncidents } = useKpiWords();
  return (
    <Tile
      label={t('kpi.incidents')}
      figure={
        <FigureButton
          spoken={`${t('kpi.incidents')}: ${count(incidents.n)}`}
          figure={{
            kpi: 'incidents',
            subject: null,
            value: count(incidents.n),
            n: incidents.n,
            excluded: excludedIncidents(incidents.excluded),
            previous: count(previous.incidents.n),
          }}
        >
          {count(incidents.n)}
        </FigureButton>
      }
      difference={
        <DifferenceWords difference={countDifference(incidents.n, previous.incidents.n, null)} />
      }
    >
      <span>
        {t('kpi.notCounted', {
          falseReports: count(incidents.excluded.falseReports),
          duplicates: count(incidents.excluded.duplicates),
        })}
      </span>
    </Tile>
  );
}

function ResponseTile({ report: { response, previous } }: { report: KpiReport }) {
  const { t, share, minutes, sampleSize, excludedIntervals } = useKpiWords();
  const before = previous.response;
  const label = t('kpi.onScene', { minutes: response.thresholdMs / 60_000 });
  const value = share(response.withinShare);
  const excluded = excludedIntervals(response.excluded);
  const percentile = (name: 'p50' | 'p90') => {
    const key = `${name}Ms` as const;
    return (
      <span className={classes['part']}>
        <FigureButton
          spoken={`${t(`kpi.${name}`)}: ${minutes(response[key])}`}
          figure={{
            kpi: 'onSceneTime',
            subject: t(`kpi.${name}`),
            value: minutes(response[key]),
            n: response.n,
            excluded,
            previous: before.n === 0 ? null : minutes(before[key]),
          }}
        >
          {t(`kpi.${name}`)} <b>{minutes(response[key])}</b>
        </FigureButton>
        {response.n > 0 && (
          <DifferenceWords
            difference={timeDifference(
              { n: response.n, value: response[key] },
              { n: before.n, value: before[key] },
            )}
          />
        )}
      </span>
    );
  };
  return (
    <Tile
      label={label}
      figure={
        <FigureButton
          spoken={`${label}: ${value}`}
          figure={{
            kpi: 'onSceneWithin15',
            subject: null,
            value,
            n: response.n,
            excluded,
            previous: before.n === 0 ? null : share(before.withinShare),
          }}
        >
          {value}
        </FigureButton>
      }
      difference={
        <DifferenceWords
          difference={shareDifference(
            { n: response.n, value: response.withinShare },
            { n: before.n, value: before.withinShare },
            'higher',
          )}
        />
      }
    >
      <span>{sampleSize(response.n)}</span>
      {percentile('p50')}
      {percentile('p90')}
    </Tile>
  );
}

function OpenComplaintsTile({ report: { complaints, previous } }: { report: KpiReport }) {
  const { t, count } = useKpiWords();
  const before = previous.complaints;
  return (
    <Tile
      label={t('kpi.open')}
      figure={
        <FigureButton
          spoken={`${t('kpi.open')}: ${count(complaints.open)}`}
          figure={{
            kpi: 'complaintsOpen',
            subject: null,
            value: count(complaints.open),
            n: complaints.open,
            excluded: [],
            previous: count(before.open),
          }}
        >
          {count(complaints.open)}
        </FigureButton>
      }
      difference={
        <DifferenceWords difference={countDifference(complaints.open, before.open, null)} />
      }
    >
      <span className={classes['breach']} data-breach={complaints.overdue > 0}>
        <FigureButton
          spoken={t('kpi.overdue', { count: count(complaints.overdue) })}
          figure={{
            kpi: 'complaintsOverdue',
            subject: null,
            value: count(complaints.overdue),
            n: complaints.open,
            excluded: [],
            previous: count(before.overdue),
          }}
        >
          {t('kpi.overdue', { count: count(complaints.overdue) })}
        </FigureButton>
      </span>
      <DifferenceWords difference={countDifference(complaints.overdue, before.overdue, 'lower')} />
    </Tile>
  );
}

function DoneComplaintsTile({ report: { complaints, previous } }: { report: KpiReport }) {
  const { t, count, share, sampleSize } = useKpiWords();
  const shareOf = ({ done, doneInTime }: KpiReport['previous']['complaints']) => ({
    n: done,
    value: done === 0 ? null : doneInTime / done,
  });
  const now = shareOf(complaints);
  const before = shareOf(previous.complaints);
  const value = share(now.value);
  return (
    <Tile
      label={t('kpi.doneInTime')}
      figure={
        <FigureButton
          spoken={`${t('kpi.doneInTime')}: ${value}`}
          figure={{
            kpi: 'complaintsDoneInTime',
            subject: null,
            value,
            n: now.n,
            excluded: [],
            previous: before.n === 0 ? null : share(before.value),
          }}
        >
          {value}
        </FigureButton>
      }
      difference={<DifferenceWords difference={shareDifference(now, before, 'higher')} />}
    >
      <FigureButton
        spoken={t('kpi.nDone', { n: count(complaints.done) })}
        figure={{
          kpi: 'complaintsDone',
          subject: null,
          value: count(complaints.done),
          n: complaints.done,
          excluded: [],
          previous: count(previous.complaints.done),
        }}
      >
        {sampleSize(complaints.done)} {t('kpi.column.done')}
      </FigureButton>
      <FigureButton
        spoken={`${t('kpi.column.received')}: ${count(complaints.received)}`}
        figure={{
          kpi: 'complaintsReceived',
          subject: null,
          value: count(complaints.received),
          n: complaints.received,
          excluded: [],
          previous: count(previous.complaints.received),
        }}
      >
        {count(complaints.received)} {t('kpi.column.received')}
      </FigureButton>
    </Tile>
  );
}
