import type { Chat } from '../../lib/chat';
import type { Intent } from '../../lib/intents';
import type { Moment } from '../../lib/presets';
import type { RemindWay } from '../../lib/remind-choice';
import type { Acts } from '../hooks/use-acts';

/** Sets a reminder; the chat may go to the archive until then. */
export function remind(
  acts: Acts,
  chat: Chat,
  { at, wall }: Moment,
  { dismissOnIncoming, archives }: RemindWay,
): void {
  actTogether(acts, chat, [
    ...(archives && chat.box !== 'archive' ? [{ kind: 'archive' } as const] : []),
    { kind: 'remind', at, dismissOnIncoming, ...(wall && { wall }) },
  ]);
}

/** Several acts on a chat. */
function actTogether(acts: Acts, chat: Chat, intents: readonly Intent[]): void {
  for (const intent of intents) acts.act(chat, intent);
}

/** The reminder is due as of now. */
export function ringNow(acts: Acts, chat: Chat): void {
  acts.act(chat, { kind: 'clearReminder' });
  acts.open(chat);
}
