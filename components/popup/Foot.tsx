import type { ComponentChildren } from 'preact';

import { useNow } from '@/components/parts/use-now';
import { SECOND } from '@/lib/base/time';
import { freshness } from '@/lib/model/connection/freshness';
import type { Status } from '@/lib/model/connection/status';
import { stepOf } from '@/lib/text/error-texts';
import { FootHelp } from './FootHelp';
import { FootView } from './FootView';

interface Props {
  status: Status;
  onOpenSettings(): void;
  onRefresh(): void;
  /** To be heard, as it changes. */
  said: string | undefined;
  /** What stands at its far end. */
  children: ComponentChildren;
}

/** How fresh the list is, or the trouble with the one button that helps. */
export function Foot({ status, onOpenSettings, onRefresh, said, children }: Props) {
  const now = useNow(SECOND);
  const { trouble } = status;
  return (
    <FootView
      trouble={trouble}
      text={freshness(status, now)}
      said={said ?? (trouble && stepOf(trouble))}
    >
      {trouble && (
        <FootHelp
          trouble={trouble}
          status={status}
          handlers={{ openSettings: onOpenSettings, tryAgain: onRefresh }}
        />
      )}
      {children}
    </FootView>
  );
}
