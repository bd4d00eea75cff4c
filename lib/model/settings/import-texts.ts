import { toLine } from '@/lib/text/clip';
import { formatNumber, t, tn } from '@/lib/text/i18n';
import { type Imported, LARGEST_FILE } from './file';

/** So many names tell what kind of file it is; nobody reads a thousand. */
const MOST_NAMES = 10;
/** Names of ours are shorter; a file may hold any. */
const LONGEST_NAME = 60;

/** What came of a file, a line for each thing to know. */
export function importWords(imported: Imported): string[] {
  if ('problem' in imported) {
    return [t(`options_import_${imported.problem}`, formatNumber(LARGEST_FILE / 1024))];
  }
  const { unread, unknown } = imported;
  return [
    t('options_imported'),
    ...(unknown > 0 ? [tn('options_import_unknown', unknown)] : []),
    ...(unread.length > 0 ? [t('options_import_unread', namesOf(unread))] : []),
  ];
}

function namesOf(unread: readonly string[]): string {
  const rest = unread.length - MOST_NAMES;
  const names = unread.slice(0, MOST_NAMES).map((name) => toLine(name, LONGEST_NAME));
  return `${names.join(', ')}${rest > 0 ? ` ${tn('options_import_more', rest)}` : ''}`;
}
