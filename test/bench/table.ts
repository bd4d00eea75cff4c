export interface Column {
  title: string;
  /** Numbers stand to the right, so that they can be compared. */
  isNumber?: boolean;
}

/** A Markdown table whose columns are as wide as their widest cell. */
export function tableText(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map((_, index) => escaped(row[index] ?? '')),
  );
  const widths = columns.map((_, index) =>
    Math.max(NARROWEST, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const [titles = '', ...lines] = cells.map((row) =>
    framed(row.map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]))),
  );
  const ruler = framed(widths.map((width, index) => dashes(width, columns[index])));
  return [titles, ruler, ...lines].join('\n');
}

/** Markdown's ruler has three dashes at least. */
const NARROWEST = 3;

function framed(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function padded(cell: string, width: number, column: Column | undefined): string {
  return column?.isNumber ? cell.padStart(width) : cell.padEnd(width);
}

function dashes(width: number, column: Column | undefined): string {
  return column?.isNumber ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
}

function escaped(cell: string): string {
  return cell
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
