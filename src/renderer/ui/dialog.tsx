import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useT } from '../i18n/t';
import classes from './dialog.module.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** One thing to fill in or to confirm, over the screen it belongs to. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const t = useT();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      size="27rem"
      closeButtonProps={{ 'aria-label': t('admin.close') }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      transitionProps={{ duration: 100 }}
      classNames={{
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        title: classes['title'] ?? '',
        body: classes['body'] ?? '',
      }}
    >
      {children}
    </Modal>
  );
}
