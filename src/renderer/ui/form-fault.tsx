import { IconAlertTriangle } from '@tabler/icons-react';

import classes from './form-fault.module.css';

/** Why what was sent was not accepted, beside the control that sent it. */
export function FormFault({ children }: { children: string }) {
  return (
    <p role="alert" className={classes['fault']}>
      <IconAlertTriangle size="1.1em" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
