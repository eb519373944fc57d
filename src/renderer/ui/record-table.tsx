import type { ReactNode } from 'react';

import classes from './record-table.module.css';

export interface TableColumn<R> {
  key: string;
  heading: string;
  cell: (record: R) => ReactNode;
  /** Figures and controls stand at the right. */
  align?: 'end';
}

interface RecordTableProps<R> {
  caption: string;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  keyOf: (record: R) => string;
  /** A record that is no longer in force. */
  isDimmed?: (record: R) => boolean;
}

/** Records in dense rows, the first column naming them. */
export function RecordTable<R>({ caption, columns, rows, keyOf, isDimmed }: RecordTableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes['scroll']} aria-label={caption} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map(({ key, heading, align }) => (
              <th key={key} scope="col" data-align={align}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <tr key={keyOf(record)} data-dimmed={isDimmed?.(record) ?? false}>
              {columns.map(({ key, cell, align }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {cell(record)}
                  </th>
                ) : (
                  <td key={key} data-align={align}>
                    {cell(record)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
