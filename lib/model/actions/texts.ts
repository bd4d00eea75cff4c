import type { ErrorCode } from '@/lib/base/errors';
import type { Reminders } from '@/lib/model/reminders/reminder';
import { titleOf } from '@/lib/text/error-texts';
import { formatMoment } from '@/lib/text/format-time';
import { language, t, tn } from '@/lib/text/i18n';
import type { Act, Step } from './action-log';
import type { Intent, IntentKind } from './intent';
import type { Outbox } from './outbox';
import { outcomeOf } from './outcome';

/** The line that says what was done, and which buttons stand beside it. */
export interface NoticeWords {
  text: string;
  isWrong: boolean;
  canUndo: boolean;
  canRetry: boolean;
}

/** Of an act with many chats, what failed is told first, then what waits. */
export function wordsOfAct(
  act: Act,
  outbox: Outbox,
  reminders: Reminders,
  now: number,
): NoticeWords {
  const fates = act.steps.map((step) => ({ step, ...outcomeOf(step, outbox, reminders) }));
  const failed = fates.filter((outcome) => outcome.state === 'failed');
  const waiting = fates.find((outcome) => outcome.state === 'waiting');
  const here = fates.filter((outcome) => outcome.state === 'keptHere');
  const [first] = failed;
  if (first) {
    const what = failedText(
      failed.map(({ step }) => step),
      fates.length,
    );
    const canUndo = failed.length < fates.length;
    return { ...wordsOfFailure(what, first.error), canUndo };
  }
  const text = here.length > 0 ? hereText(here.map(({ step }) => step)) : actText(act, now);
  const words = { isWrong: false, canUndo: true, canRetry: waiting !== undefined };
  return { ...words, text: waiting ? t('done_waiting', text, titleOf(waiting.error)) : text };
}

export function wordsOfFailure(what: string, error: ErrorCode): NoticeWords {
  return {
    text: t('failed_because', what, titleOf(error)),
    isWrong: true,
    canUndo: false,
    canRetry: true,
  };
}

type Named = Pick<Step, 'stamped' | 'title'>;

/** What could not be done to these chats, of so many the act was about. */
export function failedText(steps: readonly Named[], total = steps.length): string {
  const [first, other] = stepsByKind(steps);
  if (!first) return '';
  const { kind, title } = first;
  if (total === 1) return t(`failed_${kind}`, title);
  return other
    ? tn('failed_some', steps.length, total)
    : tn(`failed_some_${kind}`, steps.length, total);
}

/** What undo would take back: "Undo: Archived Ada". */
export function undoWords(act: Act, now: number): string {
  return t('undo_what', actText(act, now));
}

/** What was done, or of an undo what it took back. */
export function actText({ steps, undoes }: Act, now: number): string {
  if (!undoes) return doneText(steps, now);
  const taken = undone(steps, undoes);
  return taken.length > 0
    ? t('done_undo', doneText(taken, now))
    : t('undo_nothing', doneText(undoes.steps, now));
}

/** What these take back of an act: the rest has moved on since. */
function undone(steps: readonly Step[], { steps: done }: Act): Step[] {
  const taken = new Set(steps.map(({ stamped, undo }) => keyOf(stamped.chatID, undo)));
  return done.filter(({ stamped }) => taken.has(keyOf(stamped.chatID, stamped.intent)));
}

function keyOf(chatID: string, { kind }: Intent): string {
  return `${kind} ${chatID}`;
}

/** One text for each kind of thing that was done. */
function doneText(steps: readonly Step[], now: number): string {
  return stepsByKind(steps)
    .map(({ kind, title, count, at }) => {
      const moment = at === undefined ? [] : [formatMoment(at, now, language())];
      return count === 1
        ? t(`done_${kind}`, title, ...moment)
        : tn(`done_many_${kind}`, count, ...moment);
    })
    .join(' · ');
}

function hereText(steps: readonly Step[]): string {
  const [first, other] = steps;
  return first && !other ? t('done_here', first.title) : tn('done_many_here', steps.length);
}

interface KindCount {
  kind: IntentKind;
  /** Of the first chat. */
  title: string;
  count: number;
  /** The moment of reminders, ms: the same for all that are set in one go. */
  at?: number;
}

function stepsByKind(steps: readonly Named[]): KindCount[] {
  const counts = new Map<IntentKind, KindCount>();
  for (const { stamped, title } of steps) {
    const { intent } = stamped;
    const { kind } = intent;
    const known = counts.get(kind) ?? { kind, title, count: 0 };
    const at = intent.kind === 'remind' && { at: intent.at };
    counts.set(kind, { ...known, ...at, count: known.count + 1 });
  }
  return [...counts.values()];
}
