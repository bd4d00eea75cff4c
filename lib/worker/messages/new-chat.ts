import { CompanionError, type ErrorCode, errorCode } from '@/lib/base/errors';
import { readText } from '@/lib/base/parse';
import { readChat } from '@/lib/beeper/parse/chat';
import { readAccountChoices, readContacts } from '@/lib/beeper/parse/contact';
import { remembering } from '@/lib/model/messages/draft';
import { accountsOf, type NewChat } from '@/lib/model/messages/new-chat';
import type { Handlers } from '@/lib/requests/bridge';
import { forgetBegunChat } from '@/lib/storage/new-chat';
import { DID_NOTHING, explain } from '@/lib/worker/actions/explain';
import { noted } from '@/lib/worker/core/problems';
import type { Context } from '@/lib/worker/core/context';
import { demandSession, type Session } from '@/lib/worker/core/session';
import { features, readContext } from '@/lib/worker/core/state';
import { openChat } from '@/lib/worker/commands/open-chat';
import { mergeIntoState } from '@/lib/worker/sync/poll';
import { refresh } from '@/lib/worker/sync/refetch';

type Started = { chatID: string; title: string };

/** What it takes to start a chat: in which account, with whom, and doing it. */
export function createNewChats(
  deps: Context,
  pollAnew: () => Promise<void>,
): Pick<Handlers, 'accounts' | 'contacts' | 'newChat'> {
  const underWay = new Map<string, Promise<Started>>();
  return {
    accounts: async () => {
      const { api, read } = await demandSession(deps);
      const listed = await api.accounts();
      const choices = readAccountChoices(listed, accountsOf((await read()).chats));
      if (!choices) throw new CompanionError('badAnswer');
      return choices;
    },
    contacts: async ({ accountID, query, where }) => {
      const { api, read } = await demandSession(deps);
      const isListed = features(await read()).contactsList;
      if (where === 'known' ? !isListed : !query) return [];
      const ask = where === 'known' ? api.contacts : api.findContacts;
      return readContacts((await ask(accountID, query).catch(noAccount)).items);
    },
    newChat: async (wanted) => {
      const running = underWay.get(wanted.id) ?? start(await demandSession(deps), wanted);
      underWay.set(wanted.id, running);
      try {
        return await running;
      } catch (error) {
        // Where it was made all the same, the list shows it.
        if (error instanceof CompanionError && error.code === 'unsure') {
          deps.background(pollAnew());
        }
        throw error;
      }
    },
  };

  /** @throws CompanionError `unsure` where it may have been made; else why it was not */
  async function start(on: Session, wanted: NewChat): Promise<Started> {
    // Who does not answer this will not be asked for a chat.
    await on.api.accounts();
    await claim(on, wanted.id);
    const raw = await create(on, wanted).catch(async (error: unknown) => {
      const { code } = await explain(on, error);
      await on.update((state) => noted(state, code, 'newChat', on.now()));
      throw new CompanionError(whyNot(code));
    });
    const chatID = readText(raw.id) ?? readText(raw.chatID);
    if (!chatID) throw new CompanionError('unsure');
    // Here, because the page that has asked may be closed by now.
    await forgetBegunChat();
    await mergeNewChat(on, chatID, raw);
    // It is there; that Beeper does not come to the front is no failure.
    await openChat(deps, chatID).catch(() => undefined);
    return { chatID, title: (await on.read()).chats.get(chatID)?.title ?? wanted.title };
  }
}

/**
 * Stored before anything leaves: a request that is repeated because the worker was stopped makes no
 * second chat.
 */
async function claim(session: Session, id: string): Promise<void> {
  let isKnown = false;
  await session.update((state) => {
    const { drafts } = state;
    isKnown = drafts.gone.includes(id);
    const gone = remembering(drafts.gone, id);
    return isKnown ? state : { ...state, drafts: { ...drafts, gone } };
  });
  if (isKnown) throw new CompanionError('unsure');
}

/** Whom Beeper does not list it may not be asked about, either. */
function noAccount(error: unknown): never {
  throw errorCode(error) === 'chatGone' ? new CompanionError('refused') : error;
}

/** Nothing found is a person or an account here, not a chat. */
function whyNot(code: ErrorCode): ErrorCode {
  if (code === 'chatGone') return 'refused';
  return DID_NOTHING.has(code) ? code : 'unsure';
}

async function create(session: Session, { accountID, people, title, text }: NewChat) {
  const message = text ? { messageText: text } : {};
  const [userID = ''] = people;
  if (people.length === 1) {
    const { startForm } = features(await session.read());
    return session.api.startChat({ accountID, userID, ...message }, startForm);
  }
  const participantIDs = [...people];
  return session.api.createGroup({
    accountID,
    participantIDs,
    ...(title && { title }),
    ...message,
  });
}

/** Known here at once. Old servers name only its id. */
async function mergeNewChat(session: Session, chatID: string, raw: unknown): Promise<void> {
  const context = readContext(await session.read());
  const remote = context.features.fullChats ? readChat(raw, context) : undefined;
  const requestedAt = session.moment();
  if (remote) {
    await session.update((state) =>
      mergeIntoState(state, [remote], { requestedAt }, session.now()),
    );
  } else {
    // The next poll brings it, if this does not.
    await refresh(session, chatID).catch(() => undefined);
  }
}
