/** A cell: a number keeps its digits, a text is only ever shown, null stays empty. */
export type Cell = string | number | null;

/**
 * A table as the spreadsheet of an Indonesian office opens it by a double click: UTF-8 with a byte order mark,
 * semicolons between the cells and a comma in decimal numbers, as that locale has them. With commas between the
 * cells everything would stand in one column, and `0.853` would be read as 853.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map(csvLine).join('')}`;
}

/** A row of such a table with its end, for tables that are written bit by bit behind a `BYTE_ORDER_MARK`. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(SEPARATOR)}\r\n`;
}

export const BYTE_ORDER_MARK = '\uFEFF';

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run it; behind an apostrophe it is text. */
const STARTS_FORMULA = /^\s*[=+\-@]|^[\t\r]/;
const SEPARATOR = ';';
const NEEDS_QUOTES = /[;"\r\n]/;
