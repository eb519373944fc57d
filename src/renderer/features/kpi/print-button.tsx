import { IconPrinter } from '@tabler/icons-react';

import { useMay } from '../../hooks/use-may';
import { useT } from '../../i18n/t';
import { RefusableButton } from '../../ui/refusable-button';

/** Prints the workspace; its style sheet makes it fit for paper. Paper leaves the system as a file does. */
export function PrintButton() {
  const t = useT();
  const permission = useMay('kpi.export');
  return (
    <RefusableButton
      refusal={permission.may ? null : permission.reason}
      variant="default"
      size="compact-sm"
      leftSection={<IconPrinter size="1.1em" />}
      onClick={() => window.print()}
    >
      {t('kpi.print')}
    </RefusableButton>
  );
}
