import { useCallback } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';

import {
  choiceOfSearch,
  DEFAULT_CHOICE,
  type PeriodChoice,
  searchOfChoice,
} from '../../features/kpi/period';

/** In the page's own storage; the next start finds it again. */
const STORAGE_KEY = 'command-center.kpi-period';

/** The period in the address; where it names none, the one chosen last. Choosing writes both. */
export function usePeriodChoice(): [PeriodChoice, (choice: PeriodChoice) => void] {
  const search = useSearch();
  const choose = useCallback((choice: PeriodChoice) => {
    const next = searchOfChoice(choice);
    localStorage.setItem(STORAGE_KEY, next);
    navigate(`${location.pathname}${next}`, { replace: true });
  }, []);
  return [choiceOfSearch(search) ?? rememberedChoice(), choose];
}

/** The one chosen last. */
export function rememberedChoice(): PeriodChoice {
  return choiceOfSearch(localStorage.getItem(STORAGE_KEY) ?? '') ?? DEFAULT_CHOICE;
}
