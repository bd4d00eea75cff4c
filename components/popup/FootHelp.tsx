import { type HelpHandlers, HelpButton } from '@/components/parts/HelpButton';
import { actionFor, type ErrorCode } from '@/lib/base/errors';
import type { Status } from '@/lib/model/connection/status';

interface Props {
  trouble: ErrorCode;
  status: Status;
  handlers: HelpHandlers;
}

/** The one button that helps against the trouble in the foot. */
export function FootHelp({ trouble, status, handlers }: Props) {
  return <HelpButton action={actionFor(trouble, status)} handlers={handlers} />;
}
