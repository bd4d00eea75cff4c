import type { Intent } from '@/lib/model/actions/intent';
import type { Reminder } from '@/lib/model/reminders/reminder';
import { RemindList } from './RemindList';
import { useRemindMemory } from './use-remind-memory';

export interface RemindProps {
  /** Of whom it is, in words. */
  about: string;
  /** The one that is set, if it is about one chat. */
  reminder: Reminder | undefined;
  canArchive: boolean;
  now: number;
  /** A time that was typed elsewhere and not understood. */
  words?: string;
  /** To be done in one go with each chat it is about. */
  onIntents(intents: readonly Intent[]): void;
  /** The reminder is due as of now. */
  onNow(): void;
  onClose(): void;
}

/** The reminder menu, with the person's hours and what was last chosen. */
export function RemindMenu(props: RemindProps) {
  const memory = useRemindMemory();
  return memory ? <RemindList {...props} memory={memory} /> : null;
}
