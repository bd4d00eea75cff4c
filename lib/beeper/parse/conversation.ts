import {
  type Json,
  readArray,
  readMoment,
  readNumber,
  readObject,
  readString,
  readText,
} from '@/lib/base/parse';
import type { Page } from '@/lib/beeper/client';
import { htmlToLines } from '@/lib/beeper/html';
import { cut, toLine, toLines } from '@/lib/text/clip';
import type { Media, Message, Reactions, MessagePage } from '@/lib/model/messages/conversation';
import { readAttachmentKind, readKind, readSender, type ReadContext } from './message';

const MOST_MESSAGES = 200;
const MOST_MEDIA = 12;
const MOST_REACTIONS = 8;
const MAX_KEY = 24;
const MAX_NAME = 80;

export type Names = ReadonlyMap<string, string>;

/** A page of messages, oldest first, however the server has sorted those of one moment. */
export function readMessagePage(
  { items, next }: Page,
  context: ReadContext,
  names: Names,
): MessagePage {
  const messages = items
    .slice(0, MOST_MESSAGES)
    .flatMap((item) => readMessage(item, context, names) ?? [])
    .toReversed()
    .toSorted((a, b) => a.at - b.at);
  const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
  return { messages: unique, ...(next && { older: next }) };
}

/** A message, or `undefined` for what cannot be one. */
export function readMessage(
  value: unknown,
  { features, accounts }: ReadContext,
  names: Names = new Map(),
): Message | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  if (!raw || !id) return undefined;
  const { senderID, isOwn, sender } = readSender(raw, accounts, names);
  const form = formOf(raw, features.htmlText);
  const media = form === 'said' ? readMedia(raw) : [];
  const reactions = readReactions(raw.reactions);
  const replyTo = readText(raw.linkedMessageID);
  const sending = isOwn ? sendingOf(raw) : undefined;
  return {
    id,
    at: readMoment(raw.timestamp) ?? 0,
    senderID,
    isOwn,
    form,
    text: readWords(raw, features.htmlText, sender),
    ...(sender && { sender: toLine(sender) }),
    ...(media.length > 0 && { media }),
    ...(replyTo && { replyTo }),
    ...(reactions.length > 0 && { reactions }),
    ...(raw.isUnread === true && !isOwn && { isUnread: true }),
    ...(readMoment(raw.editedTimestamp) !== undefined && { isEdited: true }),
    ...(sending && { sending }),
  };
}

const SENDING: Readonly<Record<string, Message['sending']>> = {
  PENDING: 'pending',
  FAIL_RETRIABLE: 'failed',
  FAIL_PERMANENT: 'failed',
};

function sendingOf({ sendStatus }: Json): Message['sending'] {
  const status = readText(readObject(sendStatus)?.status) ?? '';
  return Object.hasOwn(SENDING, status) ? SENDING[status] : undefined;
}

/** @param tellsType what has no type is a system event; older servers have types for nothing. */
function formOf(raw: Json, tellsType: boolean): Message['form'] {
  const type = readText(raw.type);
  if (raw.isHidden === true || type === 'REACTION') return 'hidden';
  if (raw.isDeleted === true) return 'deleted';
  const isEvent = tellsType && !type && !readArray(raw.attachments)?.length;
  return isEvent || type === 'NOTICE' ? 'notice' : 'said';
}

function readWords(raw: Json, isHtml: boolean, sender = ''): string {
  if (raw.isDeleted === true) return '';
  const body = readString(raw.text) ?? readSpoken(raw);
  const text = isHtml ? htmlToLines(body) : toLines(body);
  return text.includes('{{sender}}') ? toLines(text.replaceAll('{{sender}}', () => sender)) : text;
}

/** What was said in a voice message, where Beeper has written it down. */
function readSpoken(raw: Json): string {
  const first = readObject(readArray(raw.attachments)?.[0]);
  return readString(readObject(first?.transcription)?.transcription) ?? '';
}

function readMedia(raw: Json): Media[] {
  const attachments = (readArray(raw.attachments) ?? []).slice(0, MOST_MEDIA);
  const kind = readKind(raw);
  if (attachments.length === 0) return kind ? [{ kind }] : [];
  return attachments.map((attachment, index) => ({
    kind: (index === 0 ? kind : readAttachmentKind(attachment)) ?? 'FILE',
    ...readMediaFacts(readObject(attachment)),
  }));
}

function readMediaFacts(attachment: Json | undefined): Omit<Media, 'kind'> {
  const name = cut(toLine(readText(attachment?.fileName) ?? ''), MAX_NAME);
  const seconds = readNumber(attachment?.duration) ?? 0;
  return { ...(name && { name }), ...(seconds > 0 && { seconds: Math.round(seconds) }) };
}

function readReactions(value: unknown): Reactions[] {
  const counts = new Map<string, number>();
  for (const item of readArray(value) ?? []) {
    const key = cut(toLine(readText(readObject(item)?.reactionKey) ?? ''), MAX_KEY);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].slice(0, MOST_REACTIONS).map(([key, count]) => ({ key, count }));
}
