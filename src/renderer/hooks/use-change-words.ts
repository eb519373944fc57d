import { useMemo } from 'react';

import type { ChangeWords } from '../i18n/describe-change';
import { useT } from '../i18n/t';
import { useCityNames } from './use-city-names';
import { useLiveClient } from './use-live';

/** What changes of the log are put into words with, from the records this screen holds. */
export function useChangeWords(): ChangeWords {
  const t = useT();
  const names = useCityNames();
  const { store } = useLiveClient();
  return useMemo(
    () => ({
      t,
      names,
      // Numbers never change, so looking them up at the moment of drawing is enough.
      incidentNumber: (id) => store.getState().model?.incidents.get(id)?.number,
      complaintNumber: (id) => store.getState().model?.complaints.get(id)?.number,
    }),
    [t, names, store],
  );
}
