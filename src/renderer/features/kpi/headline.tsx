import type { KpiReport } from '@shared/protocol/kpi';

import { CallsTile } from './calls-tile';
import { DoneComplaintsTile } from './done-complaints-tile';
import classes from './headline.module.css';
import { IncidentsTile } from './incidents-tile';
import { isNothingRecorded } from './is-nothing-recorded';
import { OpenComplaintsTile } from './open-complaints-tile';
import { ResponseTile } from './response-tile';

/** The five figures of the period, each with what it stands on and how it stands to the period before. */
export function Headline({ report }: { report: KpiReport }) {
  const before = isNothingRecorded(report.previous) ? null : report.previous;
  return (
    <div className={classes['tiles']}>
      <CallsTile calls={report.calls} before={before?.calls ?? null} />
      <IncidentsTile incidents={report.incidents} before={before?.incidents ?? null} />
      <ResponseTile response={report.response} before={before?.response ?? null} />
      <OpenComplaintsTile complaints={report.complaints} before={before?.complaints ?? null} />
      <DoneComplaintsTile complaints={report.complaints} before={before?.complaints ?? null} />
    </div>
  );
}
