import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { type Act, newAct, undoingAct, unstored } from '../../lib/act-log';
import { ask } from '../../lib/bridge';
import type { Chat } from '../../lib/chat';
import { type ErrorCode, errorCode } from '../../lib/errors';
import type { Intent } from '../../lib/intents';
import { EMPTY_OUTBOX } from '../../lib/outbox';
import type { PageSnapshot } from '../../lib/store/follow';

/** What the popup last did, for the line that says so. */
export type Notice =
  | { kind: 'act'; act: Act }
  /** The worker could not even take it in: it is undone on screen and may be tried again. */
  | { kind: 'notTaken'; act: Act; error: ErrorCode }
  | { kind: 'opened'; chat: Named }
  | { kind: 'notOpened'; chat: Named; messageID: string | undefined; error: ErrorCode };

type Named = Pick<Chat, 'id' | 'title'>;

export interface Acts {
  /** Acts to draw as done although the snapshot does not know of them yet. */
  overlay: readonly Act[];
  notice: Notice | undefined;
  act(chat: Chat, intent: Intent): void;
  /** Takes the last act back, then the one before it. */
  undo(): void;
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
  const history = useRef<Act[]>([]);
  const outbox = snapshot?.outbox ?? EMPTY_OUTBOX;

  useEffect(() => setOverlay((acts) => prune(acts, unstored(acts, outbox))), [outbox]);

  const dismiss = useCallback(() => setNotice(undefined), []);

  const send = (act: Act) => {
    setOverlay((acts) => [...acts, act]);
    setNotice({ kind: 'act', act });
    ask('act', { intents: [act.stamped] }).catch((error: unknown) => {
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

  return {
    overlay,
    notice,
    open,
    act: (chat, intent) => {
      const act = newAct(crypto.randomUUID(), chat, intent, snapshot?.reminders ?? {});
      history.current.push(act);
      send(act);
    },
    undo: () => {
      const last = history.current.pop();
      if (last) send(undoingAct(crypto.randomUUID(), last));
    },
    retry: () => {
      if (notice?.kind === 'notOpened') open(notice.chat, notice.messageID);
      if (notice?.kind === 'notTaken') send(notice.act);
      if (notice?.kind === 'act') retryEntry(notice.act.stamped.id);
    },
    retryEntry,
    dismissEntry,
    dismiss,
  };
}

function retryEntry(id: string): void {
  // What goes wrong again shows in the outbox, as it did the first time.
  ask('retry', { ids: [id] }).catch(() => undefined);
}

function dismissEntry(id: string): void {
  // One that cannot be dismissed stays to be seen, which says all there is to say.
  ask('dismiss', { ids: [id] }).catch(() => undefined);
}

/** The same list while nothing left it, so that nothing is drawn anew. */
function prune(before: readonly Act[], after: readonly Act[]): readonly Act[] {
  return before.length === after.length ? before : after;
}
