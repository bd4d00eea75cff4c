import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { type Act, newAct, unstored, type Wanted, withActs } from '../../lib/act-log';
import { ask } from '../../lib/bridge';
import type { Chat } from '../../lib/chat';
import { type ErrorCode, errorCode } from '../../lib/errors';
import type { Intent } from '../../lib/intents';
import { EMPTY_OUTBOX } from '../../lib/outbox';
import type { Snapshot } from '../../lib/rows';
import type { PageSnapshot } from '../../lib/store/follow';
import { loadLate } from '../Late';

/** What the popup last did, for the line that says so. */
export type Notice =
  | { kind: 'act'; act: Act }
  /** The worker could not even take it in: it is undone on screen and may be tried again. */
  | { kind: 'notTaken'; act: Act; error: ErrorCode }
  /** Something else was done, in words. */
  | { kind: 'said'; text: string }
  | { kind: 'opened'; chat: Named }
  | { kind: 'notOpened'; chat: Named; messageID: string | undefined; error: ErrorCode };

type Named = Pick<Chat, 'id' | 'title'>;

export interface Acts {
  /** Acts to draw as done although the snapshot does not know of them yet. */
  overlay: readonly Act[];
  notice: Notice | undefined;
  /** Whether there is anything left to take back. */
  canUndo: boolean;
  act(chat: Chat, intent: Intent): void;
  /** The same with many chats, or several things with one: sent, told and taken back in one go. */
  actOn(wanted: readonly Wanted[]): void;
  /** Takes the last act back, then the one before it. */
  undo(): void;
  /** Says that something was done which cannot be taken back. */
  say(text: string): void;
  /** Shows the chat in Beeper, at a message of it if one is named. */
  open(chat: Named, messageID?: string): void;
  /** Tries again what the notice says has failed. */
  retry(): void;
  /** Sends again what the outbox holds under this id. */
  retryEntry(id: string): void;
  /** Takes what was given up out of the outbox. */
  dismissEntry(id: string): void;
  dismiss(): void;
}

/** Acts on chats: seen at once, sent to the worker, remembered for undo. */
export function useActs(snapshot: PageSnapshot | undefined): Acts {
  const [overlay, setOverlay] = useState<readonly Act[]>([]);
  const [notice, setNotice] = useState<Notice>();
  const history = useRef<readonly Act[]>([]);
  const outbox = snapshot?.outbox ?? EMPTY_OUTBOX;

  useEffect(() => setOverlay((acts) => prune(acts, unstored(acts, outbox))), [outbox]);

  const dismiss = useCallback(() => setNotice(undefined), []);

  const send = (act: Act) => {
    history.current = withAct(history.current, act);
    setOverlay((acts) => [...acts, act]);
    setNotice({ kind: 'act', act });
    // To take back what is as it was before is nothing to ask for.
    if (act.steps.length === 0) return;
    ask('act', { intents: act.steps.map(({ stamped }) => stamped) }).catch((error: unknown) => {
      history.current = withoutAct(history.current, act);
      setOverlay((acts) => acts.filter((other) => other !== act));
      setNotice({ kind: 'notTaken', act, error: errorCode(error) });
    });
  };

  const open = (chat: Named, messageID?: string) => {
    ask('openChat', { chatID: chat.id, ...(messageID && { messageID }) }).then(
      () => setNotice({ kind: 'opened', chat }),
      (error: unknown) =>
        setNotice({ kind: 'notOpened', chat, messageID, error: errorCode(error) }),
    );
  };

  const actOn = (wanted: readonly Wanted[]) => {
    if (wanted.length === 0) return;
    send(newAct(crypto.randomUUID(), wanted, snapshot?.reminders ?? {}));
  };

  const latest = useRef<Snapshot | undefined>(undefined);
  latest.current = snapshot && { ...snapshot, outbox: withActs(outbox, overlay) };

  const undo = async () => {
    const { undoingAct } = await loadLate();
    const last = history.current.at(-1);
    if (!last) return;
    const { act, givenUp } = undoingAct(crypto.randomUUID(), last, latest.current);
    if (givenUp.length > 0) dismissEntries(givenUp);
    send(act);
  };

  return {
    overlay,
    notice,
    canUndo: history.current.length > 0,
    open,
    say: (text) => setNotice({ kind: 'said', text }),
    act: (chat, intent) => actOn([{ chat, intent }]),
    actOn,
    undo: () => void undo(),
    retry: () => {
      if (notice?.kind === 'notOpened') open(notice.chat, notice.messageID);
      if (notice?.kind === 'notTaken') send(notice.act);
      if (notice?.kind === 'act') retryEntries(notice.act.steps.map(({ stamped }) => stamped.id));
    },
    retryEntry: (id) => retryEntries([id]),
    dismissEntry: (id) => dismissEntries([id]),
    dismiss,
  };
}

/** What can be taken back once this is done. */
function withAct(history: readonly Act[], act: Act): readonly Act[] {
  return act.takesBack ? history.filter((other) => other !== act.takesBack) : [...history, act];
}

/** What can be taken back as this was not done. */
function withoutAct(history: readonly Act[], act: Act): readonly Act[] {
  return act.takesBack ? [...history, act.takesBack] : history.filter((other) => other !== act);
}

function retryEntries(ids: readonly string[]): void {
  // What goes wrong again shows in the outbox, as it did the first time.
  ask('retry', { ids }).catch(() => undefined);
}

function dismissEntries(ids: readonly string[]): void {
  // One that cannot be dismissed stays to be seen, which says all there is to say.
  ask('dismiss', { ids }).catch(() => undefined);
}

/** The same list while nothing left it, so that nothing is drawn anew. */
function prune(before: readonly Act[], after: readonly Act[]): readonly Act[] {
  return before.length === after.length ? before : after;
}
