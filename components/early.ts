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
  replay(): void;
}

const KINDS = ['click', 'keydown'] as const;

/** Remembers clicks and keys from now on. */
export function catchEarly(): () => void {
  const early: Event[] = [];
  const remember = (event: Event) => early.push(event);
  for (const kind of KINDS) addEventListener(kind, remember, true);
  return () => {
    for (const kind of KINDS) removeEventListener(kind, remember, true);
    for (const event of early.splice(0)) event.target?.dispatchEvent(copyOf(event));
  };
}

function copyOf(event: Event): Event {
  return event instanceof KeyboardEvent
    ? new KeyboardEvent(event.type, event)
    : new MouseEvent(event.type, event);
}
