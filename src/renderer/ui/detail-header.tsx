import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';

import { useT } from '../i18n/t';
import classes from './detail-header.module.css';

interface DetailHeaderProps {
  mark?: ReactNode;
  title: string;
  subtitle: ReactNode;
  onClose: () => void;
}

/** The head of a detail pane: what it is about, and the way out. */
export function DetailHeader({ mark, title, subtitle, onClose }: DetailHeaderProps) {
  const t = useT();
  return (
    <header className={classes['header']}>
      {mark}
      <div className={classes['text']}>
        <h2 className={classes['title']}>{title}</h2>
        <p className={classes['subtitle']}>{subtitle}</p>
      </div>
      <CloseButton size="sm" aria-label={t('common.close')} onClick={onClose} />
    </header>
  );
}
