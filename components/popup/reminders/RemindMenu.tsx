import { RemindList, type RemindProps } from './RemindList';
import { useRemindMemory } from './use-remind-memory';

/** The reminder menu, with the person's hours and what was last chosen. */
export function RemindMenu(props: RemindProps) {
  const memory = useRemindMemory();
  return memory ? <RemindList {...props} memory={memory} /> : null;
}
