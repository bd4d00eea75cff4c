import { useCallback, useRef } from 'preact/hooks';

/**
 * Opens an element in the browser's top layer; a press beside it closes it. What lies under it is out
 * of the pointer's reach as long as it is in the page (styles/menu.css).
 */
export function usePopover<E extends HTMLElement>(onClose: () => void) {
  const element = useRef<E>(null);
  // Refs are set before any effect runs: what is in it can take the focus only once it is shown.
  const ref = useCallback((shown: E | null) => {
    element.current = shown;
    shown?.showPopover();
  }, []);
  // The later "toggle" would leave a moment in which a key meets what is closed already.
  const onBeforeToggle = ({ newState }: { newState: string }) => {
    if (newState === 'closed') onClose();
  };
  return { element, attributes: { ref, popover: 'auto', onBeforeToggle } as const };
}
