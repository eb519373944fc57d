import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';

import { useT } from '../../i18n/t';

/** Prints the workspace; its style sheet makes it fit for paper. */
export function PrintButton() {
  const t = useT();
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconPrinter size="1.1em" />}
      onClick={() => window.print()}
    >
      {t('kpi.print')}
    </Button>
  );
}
