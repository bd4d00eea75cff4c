import { useEffect, useState } from 'preact/hooks';

import { isPinned } from '@/lib/browser/pinned';

/** Whether the icon is on the toolbar; asked again when the window or the mouse comes back. */
export function usePinned(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const look = () => {
      isPinned().then(setOn, () => undefined);
    };
    look();
    addEventListener('focus', look);
    document.documentElement.addEventListener('pointerenter', look);
    return () => {
      removeEventListener('focus', look);
      document.documentElement.removeEventListener('pointerenter', look);
    };
  }, []);
  return isOn;
}
