/**
 * What has the focus may leave the page: "Try again", once it is pressed, or a line whose time is
 * over. What stood around it gets the focus then, or the row that had it last, or the words that stand
 * there when no row is left: from nowhere a screen reader would begin at the top. Returns how to stop.
 */
export function keepFocus(): () => void {
  let around = ancestorsOf(document.activeElement);
  const onFocus = () => {
    around = ancestorsOf(document.activeElement);
  };
  const observer = new MutationObserver(() => {
    if (!around[0] || around[0].isConnected || document.activeElement !== document.body) return;
    homeOf(around.find(({ isConnected }) => isConnected))?.focus();
  });
  document.addEventListener('focusin', onFocus);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}

/** With itself, from the innermost. */
function ancestorsOf(element: Element | null): Element[] {
  const all: Element[] = [];
  for (let one = element; one; one = one.parentElement) all.push(one);
  return all;
}

/** The current row, or what is said in place of rows. */
const LIST = '[data-chat][tabindex="0"], .empty';
const FOCUSABLE = 'button, input, textarea, select, [tabindex="0"]';

function homeOf(left: Element | undefined): HTMLElement | null {
  const near = left?.closest<HTMLElement>('[tabindex]');
  const dialog = left?.closest('dialog');
  if (near && (!dialog || dialog.contains(near))) return near;
  return (dialog ?? document).querySelector(dialog ? FOCUSABLE : LIST);
}
