import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

import { useT } from '../../i18n/t';
import classes from './api-keys-panel.module.css';

/** A key that is shown only now. */
export function NewKey({ apiKey, onDone }: { apiKey: string; onDone: () => void }) {
  const t = useT();
  return (
    <>
      <p style={{ margin: 0 }}>{t('keys.onceHelp')}</p>
      <input
        className={classes['key']}
        aria-label={t('keys.key')}
        value={apiKey}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end" gap="xs">
        <CopyButton value={apiKey}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size="1rem" /> : <IconCopy size="1rem" />}
              onClick={copy}
            >
              {t(copied ? 'keys.copied' : 'keys.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('keys.done')}</Button>
      </Group>
    </>
  );
}
