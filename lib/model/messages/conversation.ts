/** A message as it is looked at, already plain text. Nothing of it is kept. */
export interface Message {
  id: string;
  /** ms; 0 when Beeper did not say. */
  at: number;
  senderID: string;
  /** Left out for one's own, and where nobody knows it. */
  sender?: string;
  isOwn: boolean;
  /** Some may go without a word: hidden by Beeper, or told elsewhere as reactions are. */
  form: 'said' | 'notice' | 'deleted' | 'hidden';
  /** With its lines. */
  text: string;
  media?: readonly Media[];
  /** The message it answers. */
  replyTo?: string;
  reactions?: readonly Reactions[];
  isUnread?: boolean;
  isEdited?: boolean;
  /** Left out once it has gone. */
  sending?: 'pending' | 'failed';
}

export interface Media {
  /** As the API names it: IMAGE, VOICE, ... */
  kind: string;
  name?: string;
  seconds?: number;
}

/** A reaction, and how many people gave it. */
export interface Reactions {
  key: string;
  count: number;
}

/** The newest messages of a chat, or those before some cursor. */
export interface MessagePage {
  /** Oldest first. */
  messages: readonly Message[];
  /** Leads to the page before it; left out on the first page of the chat. */
  older?: string;
}

export type Conversation = MessagePage;

/** The talk with the page before it. One that brings nothing new is the end, whatever it says. */
export function withOlder(
  conversation: Conversation,
  { messages, older }: MessagePage,
): Conversation {
  const known = new Set(conversation.messages.map(({ id }) => id));
  const fresh = messages.filter(({ id }) => !known.has(id));
  return {
    messages: [...fresh, ...conversation.messages],
    ...(older && fresh.length > 0 && { older }),
  };
}

/** The talk with its newest page, asked for anew. One that does not reach back to it replaces it. */
export function withNewest(conversation: Conversation, newest: MessagePage): Conversation {
  const fresh = new Set(newest.messages.map(({ id }) => id));
  const before = conversation.messages.filter(({ id }) => !fresh.has(id));
  if (before.length === conversation.messages.length) return newest;
  const { older } = conversation;
  return { messages: [...before, ...newest.messages], ...(older && { older }) };
}
