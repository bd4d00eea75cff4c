import { createChat, seedChats, settleCounts, type SeedContext } from '../seed/chats';
import { messageID, writeHistory } from '../seed/messages';
import { createAccounts } from '../seed/networks';
import type { Switches } from '../switches';
import type { AccountRecord, ChatRecord, MessageRecord } from './records';

export interface WorldEvent {
  type: 'chat.upserted' | 'chat.deleted' | 'message.upserted' | 'message.deleted';
  chatID: string;
  messages?: MessageRecord[];
}

export interface WorldOptions {
  seed: number;
  chats: number;
  now: () => number;
  switches: Switches;
}

/** The state behind every route: who there is, what was said, and who wants to hear of changes. */
export class World {
  readonly chats = new Map<string, ChatRecord>();
  readonly accounts: AccountRecord[];
  readonly now: () => number;
  readonly seed: number;
  readonly switches: Switches;
  readonly uploads = new Map<string, { fileName?: string; mimeType?: string; fileSize: number }>();
  readonly #byLocalID = new Map<string, ChatRecord>();
  readonly #messages = new Map<string, MessageRecord[]>();
  readonly #listeners = new Set<(event: WorldEvent) => void>();
  readonly #context: SeedContext;
  #nextNumber: number;

  constructor({ seed, chats, now, switches }: WorldOptions) {
    this.seed = seed;
    this.now = now;
    this.switches = switches;
    this.accounts = createAccounts(seed);
    this.#context = { seed, now: now(), accounts: this.accounts };
    this.#nextNumber = Math.max(chats, 1_000);
    for (const chat of seedChats(this.#context, chats)) this.#remember(chat);
  }

  listen(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Paths take either of a chat's two ids. */
  find(id: string): ChatRecord | undefined {
    return this.chats.get(id) ?? this.#byLocalID.get(id);
  }

  account(accountID: string): AccountRecord | undefined {
    return this.accounts.find((account) => account.accountID === accountID);
  }

  ownerOf(chat: ChatRecord): AccountRecord {
    const account = this.account(chat.accountID);
    if (!account) throw new Error(`Chat ${chat.id} belongs to no account`);
    return account;
  }

  /** Oldest first; written when somebody first asks, because most chats are never opened. */
  messages(chat: ChatRecord): MessageRecord[] {
    const known = this.#messages.get(chat.id);
    if (known) return known;
    const written = writeHistory({ seed: this.seed, account: this.ownerOf(chat) }, chat);
    this.#messages.set(chat.id, written);
    return written;
  }

  /** Every message gets the next place in its chat and, unless it is pending, its final id. */
  append(chat: ChatRecord, draft: Omit<MessageRecord, 'id' | 'ordinal' | 'chatID'>): MessageRecord {
    const messages = this.messages(chat);
    const ordinal = messages.length + 1;
    const id = draft.pendingID ?? messageID(chat, ordinal);
    const message: MessageRecord = { ...draft, id, ordinal, chatID: chat.id };
    messages.push(message);
    return message;
  }

  change(chat: ChatRecord, change: Partial<ChatRecord>): ChatRecord {
    Object.assign(chat, change);
    this.emit({ type: 'chat.upserted', chatID: chat.id });
    return chat;
  }

  addChat(overrides: Partial<ChatRecord> = {}): ChatRecord {
    const { title, type, accountID } = overrides;
    const wish = {
      ...(title !== undefined && { title }),
      ...(type && { type }),
      ...(accountID && { accountID }),
    };
    const created = createChat(this.#context, this.#nextNumber++, wish);
    const chat = settleCounts({ ...created, lastActivity: this.now(), ...overrides });
    this.#remember(chat);
    this.emit({ type: 'chat.upserted', chatID: chat.id });
    return chat;
  }

  leave(chat: ChatRecord): void {
    this.chats.delete(chat.id);
    this.#byLocalID.delete(chat.localChatID);
    this.#messages.delete(chat.id);
    this.emit({ type: 'chat.deleted', chatID: chat.id });
  }

  #remember(chat: ChatRecord): void {
    this.chats.set(chat.id, chat);
    this.#byLocalID.set(chat.localChatID, chat);
  }
}
