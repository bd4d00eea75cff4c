import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/parts/Icon';
import type { ErrorCode } from '@/lib/base/errors';
import { causeOf, stepOf } from '@/lib/text/error-texts';

interface Props {
  trouble: ErrorCode | undefined;
  /** How fresh the list is, or the trouble in words. */
  text: string;
  /** Read out by screen readers as it changes. */
  said?: string | undefined;
  /** The tools at its far end. */
  children?: ComponentChildren;
}

/** The one line at the foot. It only arranges, so that the first frame can draw it too. */
export function FootView({ trouble, text, said, children }: Props) {
  return (
    <footer class={trouble ? 'foot is-wrong' : 'foot'}>
      {trouble && <Icon name="alert" />}
      {/* Heard when it comes; the freshness beside it would be heard every second. */}
      <span class="visually-hidden" aria-live="polite">
        {said}
      </span>
      <span class="foot-text" title={trouble && `${causeOf(trouble)} ${stepOf(trouble)}`}>
        {text}
      </span>
      {children}
    </footer>
  );
}
