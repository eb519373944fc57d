import type { DemoSession } from '@shared/protocol/session';
import { useState } from 'react';

import { useSession } from '../session/session-context';

/** Try on another role; `fault`: why the last try came to nothing. */
export function useLookAs(): {
  lookAs: (choice: DemoSession | null) => void;
  fault: string | null;
} {
  const session = useSession();
  const [fault, setFault] = useState<string | null>(null);
  const lookAs = (choice: DemoSession | null): void => {
    setFault(null);
    session.lookAs(choice).catch((error: unknown) => {
      setFault(error instanceof Error ? error.message : String(error));
    });
  };
  return { lookAs, fault };
}
