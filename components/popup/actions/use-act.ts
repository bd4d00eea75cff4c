import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import {
  type Act,
  idOf,
  newAct,
  unstored,
  type RequestedAction,
  withActs,
} from '@/lib/model/actions/action-log';
import type { Intent } from '@/lib/model/actions/intent';
import { EMPTY_OUTBOX } from '@/lib/model/actions/outbox';
import type { Chat } from '@/lib/model/chats/chat';
import type { Snapshot } from '@/lib/model/chats/rows';
import { ask } from '@/lib/requests/bridge';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { undoBatches } from './undo';

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
  unconfirmed: readonly Act[];
  notice: Notice | undefined;
  /** Everything done in this page, undos among it. */
  sent: readonly Act[];
  act(chat: Chat, intent: Intent): void;
  /**
   * The same with many chats, or several things with one: sent, told and taken back in one go.
   *
   * @returns what is done now; `undefined` where nothing is wanted
   */
  actOn(wanted: readonly RequestedAction[]): Act | undefined;
  /** Takes the last act back, then the one before it, and so on to those before this page was opened. */
  undo(): void;
  /** Takes these acts of this page back, by their ids (`idOf`), and no other. */
  undoBatches(ids: readonly string[]): void;
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
  const [unconfirmed, setUnconfirmed] = useState<readonly Act[]>([]);
  const [notice, setNotice] = useState<Notice>();
  const sent = useRef<readonly Act[]>([]);
  const outbox = snapshot?.outbox ?? EMPTY_OUTBOX;

  useEffect(() => setUnconfirmed((acts) => prune(acts, unstored(acts, outbox))), [outbox]);

  const dismiss = useCallback(() => setNotice(undefined), []);

  const send = (act: Act) => {
    sent.current = [...sent.current, act];
    setUnconfirmed((acts) => [...acts, act]);
    setNotice({ kind: 'act', act });
    const undoes = act.undoes && idOf(act.undoes);
    const intents = act.steps.map(({ stamped }) => stamped);
    ask('act', { intents, ...(undoes && { undoes }) }).catch((error: unknown) => {
      sent.current = sent.current.filter((other) => other !== act);
      setUnconfirmed((acts) => acts.filter((other) => other !== act));
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

  const actOn = (wanted: readonly RequestedAction[]) => {
    if (wanted.length === 0) return undefined;
    const act = newAct(crypto.randomUUID(), wanted, snapshot?.reminders ?? {});
    send(act);
    return act;
  };

  const latest = useRef<Snapshot | undefined>(undefined);
  latest.current = snapshot && withActs(snapshot, unconfirmed);

  const undo = (ids?: readonly string[]) =>
    undoBatches({ sent: () => sent.current, wanted: () => latest.current, send }, ids);

  return {
    unconfirmed,
    notice,
    sent: sent.current,
    open,
    say: (text) => setNotice({ kind: 'said', text }),
    act: (chat, intent) => void actOn([{ chat, intent }]),
    actOn,
    undo: () => void undo(),
    undoBatches: (ids) => void undo(ids),
    retry: () => {
      if (notice?.kind === 'notOpened') open(notice.chat, notice.messageID);
      if (notice?.kind === 'notTaken') send(notice.act);
      if (notice?.kind === 'act') retryEntries(notice.act.steps.map(({ stamped }) => stamped.id));
    },
    retryEntry: (id) => retryEntries([id]),
    dismissEntry,
    dismiss,
  };
}

function retryEntries(ids: readonly string[]): void {
  // What goes wrong again shows in the outbox, as it did the first time.
  ask('retry', { ids }).catch(() => undefined);
}

function dismissEntry(id: string): void {
  // One that cannot be dismissed stays to be seen, which says all there is to say.
  ask('dismiss', { ids: [id] }).catch(() => undefined);
}

/** The same list while nothing left it, so that nothing is drawn anew. */
function prune(before: readonly Act[], after: readonly Act[]): readonly Act[] {
  return before.length === after.length ? before : after;
}
