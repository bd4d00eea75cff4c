/** What became of a chat in a run. */
export const OUTCOMES = [
  'archived',
  'reminded',
  'read',
  'muted',
  'replied',
  'opened',
  'skipped',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Step {
  chatID: string;
  /** Left out: not settled yet, or taken back. */
  outcome?: Outcome;
}

/** A chat that was acted on, and what had become of it before. */
interface PastAction {
  /** Of the act (`idOf`). */
  id: string;
  chatID: string;
  before: Outcome | undefined;
}

/** A way through chats, one at a time. No chat is in it twice. */
export interface Run {
  steps: readonly Step[];
  /** The place of the one that is shown; beyond the last one the run is over. */
  at: number;
  /** What can be taken back, the newest last. */
  actions: readonly PastAction[];
}

/** Through the chats unread now, in their order. */
export function startRun(unread: readonly string[]): Run {
  return { steps: unread.map((chatID) => ({ chatID })), at: 0, actions: [] };
}

export function isOver({ steps, at }: Run): boolean {
  return at >= steps.length;
}

/** The chat that is shown; none once the run is over. */
export function currentOf({ steps, at }: Run): Step | undefined {
  return steps[at];
}

/**
 * The run after news: what is still to come and was read meanwhile is passed over, and chats that
 * became unread join at the end. What was shown stays, and so does a run that is over.
 */
export function follow(run: Run, unread: readonly string[]): Run {
  if (isOver(run)) return run;
  const isLeft = new Set(unread);
  const kept = run.steps.filter(
    ({ chatID, outcome }, place) => place <= run.at || outcome !== undefined || isLeft.has(chatID),
  );
  const isKnown = new Set(kept.map(({ chatID }) => chatID));
  const joined = unread.filter((chatID) => !isKnown.has(chatID)).map((chatID) => ({ chatID }));
  const isSame = joined.length === 0 && kept.length === run.steps.length;
  return isSame ? run : { ...run, steps: [...kept, ...joined] };
}

/**
 * Says what became of the chat that is shown, and goes on to the next.
 *
 * @param id of the act that did it; left out: there is nothing to take back
 */
export function settle(run: Run, outcome: Outcome, id?: string): Run {
  const current = currentOf(run);
  if (!current) return run;
  const { chatID, outcome: before } = current;
  return toNext({
    ...run,
    steps: withOutcome(run.steps, chatID, outcome),
    actions: id === undefined ? run.actions : [...run.actions, { id, chatID, before }],
  });
}

/** Goes on; one that was settled before stays as it is. */
export function skip(run: Run): Run {
  return currentOf(run)?.outcome ? toNext(run) : settle(run, 'skipped');
}

/** Onwards nothing is shown a second time: whoever went back returns to where they were. */
function toNext(run: Run): Run {
  const next = run.steps.findIndex(({ outcome }, place) => place > run.at && !outcome);
  return { ...run, at: next === -1 ? run.steps.length : next };
}

export function goBack(run: Run): Run {
  return run.at > 0 ? { ...run, at: run.at - 1 } : run;
}

/** Forgets a action and shows its chat again. */
export function undoBatches(run: Run, id: string): Run {
  const action = run.actions.find((one) => one.id === id);
  if (!action) return run;
  return {
    ...withoutAction(run, action),
    at: run.steps.findIndex(({ chatID }) => chatID === action.chatID),
  };
}

/** The run as if nothing but the acts with these ids had been done in it. */
export function withOnly(run: Run, ids: Pick<ReadonlySet<string>, 'has'>): Run {
  return run.actions.filter(({ id }) => !ids.has(id)).reduce(withoutAction, run);
}

/** Its chat is again as it was before, or as a later action has left it. */
function withoutAction({ steps, at, actions }: Run, { id, chatID }: PastAction): Run {
  const place = actions.findIndex((action) => action.id === id);
  const before = actions[place]?.before;
  const later = actions.findIndex((action, index) => index > place && action.chatID === chatID);
  return {
    steps: later === -1 ? withOutcome(steps, chatID, before) : steps,
    at,
    actions: actions
      .map((action, index) => (index === later ? { ...action, before } : action))
      .toSpliced(place, 1),
  };
}

/** How many chats came to what, in the order of `OUTCOMES`; what nobody did is left out. */
export function resultsOf({ steps }: Run): { outcome: Outcome; count: number }[] {
  return OUTCOMES.map((outcome) => ({
    outcome,
    count: steps.filter((step) => step.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
}

function withOutcome(
  steps: readonly Step[],
  chatID: string,
  outcome: Outcome | undefined,
): readonly Step[] {
  const settled = outcome ? { chatID, outcome } : { chatID };
  return steps.map((step) => (step.chatID === chatID ? settled : step));
}
