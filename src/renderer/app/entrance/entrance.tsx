import { assertNever } from '@shared/assert';
import { useState } from 'react';

import { takeCode } from '../place';
import type { Gate } from '../session/gate';
import { EnrolmentScreen } from './enrolment-screen';
import { FirstAdminScreen } from './first-admin-screen';
import { SignInScreen } from './sign-in-screen';

/** What has to be done before this window shows anything. */
export function Entrance({ gate }: { gate: Exclude<Gate, { kind: 'asking' | 'open' }> }) {
  const [code] = useState(takeCode);
  switch (gate.kind) {
    case 'sign_in':
      return <SignInScreen notice={gate.notice} />;
    case 'first_admin':
      return <FirstAdminScreen code={code} />;
    case 'enrol':
      return <EnrolmentScreen />;
    default:
      return assertNever(gate);
  }
}
