import { readArray, readObject, readText } from '@/lib/base/parse';
import type { Outbox } from '@/lib/model/actions/outbox';
import type { Drafts } from '@/lib/model/messages/draft';

/** A newer version that the browser has at hand. */
export interface Update {
  version: string;
  /** It is being put in: these pages of ours, by address within the extension, are to come back. */
  reopen?: readonly string[];
}

export function readUpdate(value: unknown): Update | undefined {
  const raw = readObject(value);
  const version = readText(raw?.version);
  if (!version) return undefined;
  const reopen = readArray(raw?.reopen)?.flatMap((path) => (isOwnPath(path) ? [path] : []));
  return { version, ...(reopen && { reopen }) };
}

function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(popup|options|welcome)\.html/.test(path);
}

interface Doings {
  /** Whether any page of ours is open: the update closes it under the person's hands. */
  hasPages: boolean;
  outbox: Outbox;
  drafts: Drafts;
}

/**
 * Whether nobody would notice the update now: nobody looks at us, and nothing has left of which no
 * answer has come yet.
 */
export function isTimeToUpdate({ hasPages, outbox, drafts }: Doings): boolean {
  const isSending = outbox.entries.some(({ state }) => state === 'sending');
  const isReplying = Object.values(drafts.byChat).some(({ send }) => send?.state === 'sending');
  return !hasPages && !isSending && !isReplying;
}

/** What a page that comes back is told by its address: it says so. */
export const UPDATED = '#updated';

/** Where pages come back to. One that is the same version as before has nothing to tell. */
export function pagesAfter({ version, reopen = [] }: Update, running: string): string[] {
  return reopen.map((path) => path.replace(/#.*/, '') + (version === running ? UPDATED : ''));
}
