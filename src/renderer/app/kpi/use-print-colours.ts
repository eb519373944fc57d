import { useEffect } from 'react';

import { applyTokens } from '../../theme/apply-tokens';
import { settingsStore } from '../settings-store';

/** Paper is white whatever the screen is. */
export function usePrintColours(): void {
  useEffect(() => {
    const root = document.documentElement;
    const toPaper = (): void => applyTokens(root, 'light');
    const toScreen = (): void => applyTokens(root, settingsStore.getState().theme);
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
  }, []);
}
