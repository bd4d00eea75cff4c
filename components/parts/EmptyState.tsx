import type { ComponentChildren } from 'preact';

interface Props {
  /** The path of one, of 96 by 68. */
  drawing?: string;
  text: string;
  children?: ComponentChildren;
}

/** A sun over a still line: nothing wants you. */
export const CALM =
  'M12 44h72M48 30m-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0M48 10v4M28 30h-4M72 30h-4M33.5 15.5l3 3M62.500 15.5l-3 3M24 52h48M36 60h24';
/** A plug and its socket, apart. */
export const UNPLUGGED =
  'M10 34h18M28 22h10a12 12 0 0 1 0 24H28zM50 28h7M50 40h7M86 34H72M72 22h-4a8 8 0 0 0-8 8v8a8 8 0 0 0 8 8h4z';

/** One small drawing, one sentence, at most one button. Takes the focus of rows that are gone. */
export function EmptyState({ drawing, text, children }: Props) {
  return (
    <div class="empty" tabIndex={-1}>
      {drawing && (
        <svg class="drawing" viewBox="0 0 96 68" width="96" height="68" aria-hidden="true">
          <path d={drawing} />
        </svg>
      )}
      <p>{text}</p>
      {children}
    </div>
  );
}
