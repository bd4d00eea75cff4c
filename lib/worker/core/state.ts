import type { ReadContext } from '@/lib/beeper/parse/message';
import { project } from '@/lib/model/actions/outbox';
import { canActOn, canActWith } from '@/lib/model/chats/capabilities';
import type { Chat } from '@/lib/model/chats/chat';
import { featuresOf, type Features } from '@/lib/model/chats/features';
import type { Chats } from '@/lib/model/chats/merge';
import type { Connection } from '@/lib/model/connection/connection';
import { withTrouble } from '@/lib/model/connection/status';
import type { Quietness } from '@/lib/model/quiet/schedule';
import { markDeferred } from '@/lib/model/reminders/deferred';
import { type Slices } from '@/lib/storage/items';

/** All the worker knows. Every part of it is stored; what is in memory is a copy. */
export interface State extends Slices {
  chats: Chats;
}

/** The chat as the person has asked for it, whether or not Beeper knows yet. */
export function chatAsWanted({ chats, outbox }: State, id: string): Chat | undefined {
  const chat = chats.get(id);
  return chat && project(chat, outbox.entries);
}

/** One that is not known may be: its network may allow less than the token. */
export function canArchive({ status }: State, chat: Chat | undefined): boolean {
  const can = canActWith(status);
  return chat ? canActOn(can, chat).archive : can.archive;
}

/** What to read answers with, given what is known of the server and its accounts. */
export function readContext({ status, accounts }: State): ReadContext {
  return { features: features({ status }), accounts };
}

export function quietness({ settings, pause }: State): Quietness {
  return { settings: settings.quiet, pause };
}

/** To be changed in when it is quiet: what was held back until now stays known as that. */
export function withDeferred(state: State, now: number): State {
  return { ...state, reminders: markDeferred(state.reminders, quietness(state), now) };
}

export function features({ status }: Pick<State, 'status'>): Features {
  return featuresOf(status.version);
}

/**
 * A change that counts only while the connection it was made for is still the one in use: an
 * answer that comes after "Disconnect", or from the Beeper before, must not be kept.
 */
export function ifStill(
  connection: Connection,
  change: (state: State) => State,
): (state: State) => State {
  return (state) =>
    state.connection?.baseUrl === connection.baseUrl && state.connection.token === connection.token
      ? change(state)
      : state;
}

/** What was stored, made whole where one of connection and status could not be read. */
export function mended(state: State): State {
  const { connection, status } = state;
  if (status.isConnected && !connection) {
    return { ...state, status: withTrouble(status, 'tokenLost') };
  }
  if (connection && !status.isConnected) {
    return { ...state, status: { isConnected: true, baseUrl: connection.baseUrl } };
  }
  return state;
}
