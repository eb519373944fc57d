import type { KpiReport } from '@shared/protocol/kpi';

import { CallsTile } from './calls-tile';
import { comparableParts } from './comparable-parts';
import { DoneComplaintsTile } from './done-complaints-tile';
import classes from './headline.module.css';
import { IncidentsTile } from './incidents-tile';
import { OpenComplaintsTile } from './open-complaints-tile';
import { ResponseTile } from './response-tile';

/** The five figures of the period, each with what it stands on and how it stands to the period before. */
export function Headline({ report }: { report: KpiReport }) {
  const { calls, incidents, response, complaints } = comparableParts(report.previous);
  return (
    <div className={classes['tiles']}>
      <CallsTile calls={report.calls} before={calls} />
      <IncidentsTile incidents={report.incidents} before={incidents} />
      <ResponseTile response={report.response} before={response} />
      <OpenComplaintsTile complaints={report.complaints} before={complaints} />
      <DoneComplaintsTile complaints={report.complaints} before={complaints} />
    </div>
  );
}
