import { CompanionError } from '@/lib/base/errors';
import { readText } from '@/lib/base/parse';
import { readDetails, readOwnName } from '@/lib/beeper/parse/details';
import type { Details } from '@/lib/model/messages/details';
import { type Deps, demandSession } from '@/lib/worker/core/session';
import { readContext } from '@/lib/worker/core/state';

/** How many people are listed; of a larger group it is said how many more there are. */
const PEOPLE = 100;

/**
 * All there is to know of a chat, and of who the person is there.
 *
 * @throws CompanionError what is wrong
 */
export async function details(deps: Deps, chatID: string): Promise<Details> {
  const session = await demandSession(deps);
  const [raw, accounts] = await Promise.all([
    session.api.chat(chatID, PEOPLE),
    // A nicety: the rest is worth having without it.
    session.api.accounts().catch(() => []),
  ]);
  const found = readDetails(raw, readContext(await session.read()));
  if (!found) throw new CompanionError('badAnswer');
  const account = readOwnName(accounts, readText(raw.accountID) ?? '');
  return { ...found, ...(account && { account }) };
}
