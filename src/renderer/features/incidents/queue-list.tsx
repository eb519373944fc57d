import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useStore } from 'zustand';

import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { useRootFontPx } from '../../ui/use-root-font-px';
import classes from './queue-list.module.css';
import { QueueRow } from './queue-row';

/** Height of a row in rem; its style sheet keeps to it. */
const ROW_REM = 5.25;

interface QueueListProps {
  ids: readonly string[];
  /** Where the keyboard stands. */
  cursorId: string | null;
  onPick: (id: string) => void;
}

/** The rows of the queue; only those in sight exist, so that 200 open incidents cost what 10 do. */
export function QueueList({ ids, cursorId, onPick }: QueueListProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = ROW_REM * useRootFontPx();
  const selectedId = useStore(selectionStore, ({ selected }) =>
    selected?.kind === 'incident' ? selected.id : null,
  );
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 4,
    initialRect: { width: 0, height: rowPx * 8 },
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowPx]);

  // Only a move of the cursor scrolls; a queue that reorders under the reader stays where it is.
  const index = cursorId === null ? -1 : ids.indexOf(cursorId);
  const scrollToCursor = useEffectEvent(() => {
    if (index >= 0) virtualizer.scrollToIndex(index);
  });
  useEffect(() => {
    if (cursorId !== null) scrollToCursor();
  }, [cursorId]);

  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="listbox"
      tabIndex={0}
      aria-label={t('queue.title')}
      aria-activedescendant={index >= 0 && cursorId !== null ? rowId(cursorId) : undefined}
      title={t('queue.keys')}
    >
      <div className={classes['canvas']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const id = ids[item.index];
          if (id === undefined) return null;
          return (
            <div
              key={item.key}
              className={classes['slot']}
              style={{ height: rowPx, transform: `translateY(${item.start}px)` }}
            >
              <QueueRow
                id={id}
                elementId={rowId(id)}
                position={item.index + 1}
                count={ids.length}
                isSelected={id === selectedId}
                isCursor={id === cursorId}
                onPick={onPick}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowId(id: string): string {
  return `queue-${id}`;
}
