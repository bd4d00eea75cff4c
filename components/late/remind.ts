import type { Chat } from '../../lib/chat';
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
  acts.actOn([
    { chat, intent: { kind: 'remind', at, dismissOnIncoming, ...(wall && { wall }) } },
    ...(archives && chat.box !== 'archive' ? [{ chat, intent: { kind: 'archive' } as const }] : []),
  ]);
}

/** The reminder is due as of now. */
export function ringNow(acts: Acts, chat: Chat): void {
  acts.act(chat, { kind: 'clearReminder' });
  acts.open(chat);
}
