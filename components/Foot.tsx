import { causeOf, stepOf } from '../lib/error-words';
import { freshness } from '../lib/freshness';
import type { Status } from '../lib/status';
import { SECOND } from '../lib/time';
import type { ComponentChildren } from 'preact';

import { useNow } from './hooks/use-now';
import { Icon } from './Icon';
import { LatePart } from './Late';

interface Props {
  status: Status;
  onOpenSettings(): void;
  onRefresh(): void;
  /** To be heard, as it changes. */
  said: string | undefined;
  /** What stands at its far end. */
  children: ComponentChildren;
}

/** One line: how fresh the list is, or the trouble with the one button that helps. */
export function Foot({ status, onOpenSettings, onRefresh, said, children }: Props) {
  const now = useNow(SECOND);
  const { trouble } = status;
  return (
    <footer class={trouble ? 'foot is-wrong' : 'foot'}>
      {trouble && <Icon name="alert" />}
      {/* Heard when it comes; the freshness beside it would be heard every second. */}
      <span class="visually-hidden" aria-live="polite">
        {said ?? (trouble && stepOf(trouble))}
      </span>
      <span class="foot-text" title={trouble && `${causeOf(trouble)} ${stepOf(trouble)}`}>
        {freshness(status, now)}
      </span>
      {trouble && (
        <LatePart
          part="FootHelp"
          trouble={trouble}
          status={status}
          deeds={{ openSettings: onOpenSettings, tryAgain: onRefresh }}
        />
      )}
      {children}
    </footer>
  );
}
