declare global {
  /** Left by the script that paints the first frame, for the popup that takes it over. */
  // eslint-disable-next-line no-var -- what stands on `globalThis` is declared so
  var firstFrame: FirstFrame | undefined;
}

export interface FirstFrame {
  /** What was read for it, and for the frame after it. */
  stored: Promise<Record<string, unknown>>;
  /** Settles when it has been seen, or when there is none. */
  isPainted: Promise<void>;
  /** Does once more what was done before anything listened. */
  replay(): Promise<void>;
}

const KINDS = ['click', 'keydown'] as const;

/**
 * Remembers clicks and keys from now on. What is returned does them once more, one by one, each
 * after the page has drawn what the one before it did; what comes meanwhile waits its turn.
 */
export function catchEarly(): () => Promise<void> {
  const early: Event[] = [];
  let isReplaying = false;
  let replayed: Event | undefined;
  const remember = (event: Event) => {
    if (event === replayed) return;
    if (isReplaying) event.stopImmediatePropagation();
    early.push(event);
  };
  for (const kind of KINDS) addEventListener(kind, remember, true);
  return async () => {
    isReplaying = true;
    for (let event = early.shift(); event; event = early.shift()) {
      replayed = copyOf(event);
      event.target?.dispatchEvent(replayed);
      await drawn();
    }
    for (const kind of KINDS) removeEventListener(kind, remember, true);
  };
}

function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function copyOf(event: Event): Event {
  return event instanceof KeyboardEvent
    ? new KeyboardEvent(event.type, event)
    : new MouseEvent(event.type, event);
}
