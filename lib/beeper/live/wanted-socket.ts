import type { ErrorCode } from '@/lib/base/errors';
import { featuresOf } from '@/lib/model/chats/features';
import { socketOrigin } from '@/lib/model/connection/address';
import type { Connection } from '@/lib/model/connection/connection';
import type { Status } from '@/lib/model/connection/status';
import type { Settings } from '@/lib/model/settings/settings';

/** Troubles that only the person can mend: until then there is no use in trying. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set([
  'tokenRejected',
  'tokenLost',
  'notAllowed',
  'notBeeper',
  'tooOld',
]);

interface Wanting {
  connection: Connection | null;
  status: Status;
  settings: Settings;
}

/** The address to keep a live socket open to, or `undefined` where there is none to be had. */
export function wantedSocket({ connection, status, settings }: Wanting): string | undefined {
  const { trouble, version } = status;
  if (!connection || !settings.isInstant) return undefined;
  if (trouble && HOPELESS.has(trouble)) return undefined;
  // A Beeper that does not name its version may well have one.
  if (version && !featuresOf(version).socket) return undefined;
  return `${socketOrigin(connection.baseUrl)}/v1/ws`;
}
