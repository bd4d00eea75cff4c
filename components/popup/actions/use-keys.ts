import { useLayoutEffect, useRef } from 'preact/hooks';

import { handleKey, type KeyTargets } from './handle-key';

/** The keys of the popup. None acts while typing, nor together with Ctrl, Alt or Cmd. */
export function useKeys(targets: KeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;
  // A layout effect listens as soon as the rows are drawn: whoever sees them may press a key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      document.documentElement.classList.add('by-key');
      if (handleKey(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
