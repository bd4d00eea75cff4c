import type { ComponentChildren } from 'preact';

interface Props {
  drawing?: keyof typeof DRAWINGS;
  text: string;
  children?: ComponentChildren;
}

const DRAWINGS = {
  /** A sun over a still line: nothing wants you. */
  calm: 'M12 44h72M48 30m-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0M48 10v4M28 30h-4M72 30h-4M33.5 15.5l3 3M62.500 15.5l-3 3M24 52h48M36 60h24',
  /** A bubble with a lens: nothing found. */
  search:
    'M22 14h40a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H42L30 56V46h-8a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8zM62 48m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M69 55l11 9',
  /** A plug and its socket, apart. */
  unplugged:
    'M10 34h18M28 22h10a12 12 0 0 1 0 24H28zM50 28h7M50 40h7M86 34H72M72 22h-4a8 8 0 0 0-8 8v8a8 8 0 0 0 8 8h4z',
} as const;

/** One small drawing, one sentence, at most one button. */
export function EmptyState({ drawing, text, children }: Props) {
  return (
    <div class="empty">
      {drawing && (
        <svg class="drawing" viewBox="0 0 96 68" width="96" height="68" aria-hidden="true">
          <path d={DRAWINGS[drawing]} />
        </svg>
      )}
      <p>{text}</p>
      {children}
    </div>
  );
}
