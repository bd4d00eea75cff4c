import type { Draft } from './draft';

/**
 * What follows from a draft here and the one at Beeper, which tells no time. What both last had in
 * common decides, as when two copies of a text are put together:
 *
 * - only ours has changed since: `put` it there;
 * - only theirs has: `take` it, also when it is gone there, because it was sent or given up;
 * - both say the same: they are `agreed`;
 * - both have changed: they stay `apart`, and neither is written over.
 */
export type DraftStep = 'agreed' | 'take' | 'put' | 'apart';

/** @param theirs empty where Beeper has none */
export function stepOf({ text, agreed }: Draft, theirs: string): DraftStep {
  const ours = text.trim() ? text : '';
  const base = agreed ?? NOTHING;
  const isOursOld = ours === base.ours;
  const isTheirsOld = theirs === base.theirs;
  if (isSameText(ours, theirs) || (isOursOld && isTheirsOld)) return 'agreed';
  if (isOursOld) return 'take';
  return isTheirsOld || theirs === '' ? 'put' : 'apart';
}

const NOTHING = { ours: '', theirs: '' };

/** Beeper reads Markdown: its marks are gone in what comes back, and lines may break elsewhere. */
export function isSameText(a: string, b: string): boolean {
  return a === b || (withoutMarks(a) !== '' && withoutMarks(a) === withoutMarks(b));
}

function withoutMarks(text: string): string {
  return text.replace(/[\s*_~`#>\\\-\u200B\uFEFF]+/g, '');
}
