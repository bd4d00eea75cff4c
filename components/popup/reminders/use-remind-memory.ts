import { useEffect, useState } from 'preact/hooks';

import { knownMemory, readMemory, type RemindMemory } from './remind-memory';

/** What reminders go by, as it was last read and then as it is. */
export function useRemindMemory(): RemindMemory | undefined {
  const [memory, setMemory] = useState(knownMemory);
  useEffect(() => void readMemory().then(setMemory), []);
  return memory;
}
