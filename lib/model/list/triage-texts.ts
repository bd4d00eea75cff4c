import { cached } from '@/lib/base/cached';
import { language, tn } from '@/lib/text/i18n';
import { type Outcome, resultsOf, type Run } from './triage';

/** What came of a run: "12 chats: 8 archived, 2 reminders, 2 skipped". */
export function resultWords(run: Run): string {
  const results = resultsOf(run);
  const chats = results.reduce((sum, { count }) => sum + count, 0);
  const parts = results.map(({ outcome, count }) => tn(WORDS[outcome], count));
  return tn('triage_chats', chats, lists(language()).format(parts));
}

const WORDS = {
  archived: 'triage_archived',
  reminded: 'triage_reminded',
  read: 'triage_read',
  muted: 'triage_muted',
  replied: 'triage_replied',
  opened: 'triage_opened',
  skipped: 'triage_skipped',
} as const satisfies Record<Outcome, string>;

const lists = cached((locale: string) => new Intl.ListFormat(locale, { type: 'unit' }));
