import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { useT } from '../i18n/t';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  title: string;
  /** What it brings with it. */
  consequence: string;
  confirm: string;
  isOpen: boolean;
  isBusy: boolean;
  /** Why the last try came to nothing. */
  fault: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before what cannot be undone at the same place. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT();
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose}>
      <p style={{ margin: 0 }}>{props.consequence}</p>
      {props.fault}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {t('admin.cancel')}
        </Button>
        <Button loading={props.isBusy} onClick={props.onConfirm}>
          {props.confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
