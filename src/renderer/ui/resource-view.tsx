import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useT } from '../i18n/t';
import { EmptyNote } from './empty-note';
import classes from './resource-view.module.css';
import { SkeletonLines } from './skeleton-lines';

type Shown<T> =
  | { kind: 'loading' }
  | { kind: 'ready'; data: T; fault: string | null }
  | { kind: 'failed'; message: string };

interface ResourceViewProps<T> {
  resource: Shown<T>;
  onRetry: () => void;
  children: (data: T) => ReactNode;
}

/** A list while it loads, when it could not be loaded, and when it is there; a later failure stands above it. */
export function ResourceView<T>({ resource, onRetry, children }: ResourceViewProps<T>) {
  const t = useT();
  const retry = (
    <Button variant="default" size="xs" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  );
  switch (resource.kind) {
    case 'loading':
      return (
        <div className={classes['loading']}>
          <SkeletonLines widths={[92, 88, 95, 84, 90, 70]} />
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <EmptyNote title={t('admin.failedTitle')} hint={resource.message} action={retry} />
        </div>
      );
    case 'ready':
      return (
        <>
          {resource.fault !== null && (
            <div role="alert">
              <EmptyNote title={t('admin.failedTitle')} hint={resource.fault} action={retry} />
            </div>
          )}
          {children(resource.data)}
        </>
      );
  }
}
