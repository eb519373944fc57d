import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './entrance-message.module.css';

interface EntranceMessageProps {
  kind: 'notice' | 'fault';
  children: ReactNode;
}

/** What happened, above the fields: a notice is read in passing, a fault at once. */
export function EntranceMessage({ kind, children }: EntranceMessageProps) {
  const Icon = kind === 'fault' ? IconAlertTriangle : IconInfoCircle;
  return (
    <p className={classes['message']} data-kind={kind} role={kind === 'fault' ? 'alert' : 'status'}>
      <Icon size="1.1em" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
