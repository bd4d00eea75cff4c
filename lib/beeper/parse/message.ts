import type { AccountMap } from '@/lib/model/chats/accounts';
import {
  type Json,
  readArray,
  readMoment,
  readObject,
  readString,
  readText,
} from '@/lib/base/parse';
import { htmlToText, htmlToTyped } from '@/lib/beeper/html';
import { toLine } from '@/lib/text/clip';
import type { Preview } from '@/lib/model/chats/chat';
import type { Features } from '@/lib/model/chats/features';

/** What an answer must be read with. */
export interface ReadContext {
  features: Features;
  accounts: AccountMap;
}

/** What an answer must be read with, where it tells more or less than usual of a message. */
interface MessageContext extends ReadContext {
  /** Characters of its text; left out: as many as a line can show. */
  length?: number;
}

/** A message as the last line of a chat, or `undefined` when there is nothing to show. */
export function readPreview(
  value: unknown,
  { features, accounts, length }: MessageContext,
  names: ReadonlyMap<string, string> = new Map(),
): Preview | undefined {
  const raw = readObject(value);
  if (!raw || raw.isHidden === true) return undefined;
  const { isOwn, sender } = readSender(raw, accounts, names);
  const text = readBody(raw, { isHtml: features.htmlText, sender, length });
  const kind = readKind(raw) ?? (text || !raw.type ? undefined : 'OTHER');
  const sortKey = readSortKey(raw);
  return {
    messageID: readText(raw.id) ?? '',
    text,
    isOwn,
    at: readMoment(raw.timestamp) ?? 0,
    ...(sortKey && { sortKey }),
    ...(kind && { kind }),
    ...(sender && { sender: toLine(sender) }),
  };
}

/** Older servers write it as a number. */
export function readSortKey({ sortKey }: Json): string | undefined {
  return readText(typeof sortKey === 'number' ? String(sortKey) : sortKey);
}

/**
 * Who sent it. Some bridges set `isSender` for others: it is overruled where the sender is known to
 * be somebody else.
 *
 * @param names of other people of the chat, by their ids
 */
export function readSender(raw: Json, accounts: AccountMap, names: ReadonlyMap<string, string>) {
  const senderID = readText(raw.senderID) ?? '';
  const selfID = accounts[readText(raw.accountID) ?? '']?.selfID;
  const isOther = names.has(senderID) || isSameKind(selfID, senderID);
  const isOwn = senderID === selfID || (raw.isSender === true && !isOther);
  const sender = isOwn ? undefined : (names.get(senderID) ?? humanName(raw.senderName, senderID));
  return { senderID, isOwn, ...(sender && { sender }) };
}

/** Some accounts know their user by the id of the network, "998877", where senders are of Matrix. */
function isSameKind(selfID: string | undefined, senderID: string): boolean {
  return selfID !== undefined && selfID.startsWith('@') === senderID.startsWith('@');
}

/** A message of one's own, whole. */
export interface OwnMessage {
  id: string;
  text: string;
  /** ms */
  at: number;
}

/** A message of one's own, or `undefined` for what is none. */
export function readOwnMessage(
  value: unknown,
  { features, accounts }: ReadContext,
): OwnMessage | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  if (!raw || !id || raw.isDeleted === true) return undefined;
  if (!readSender(raw, accounts, new Map()).isOwn) return undefined;
  const body = readString(raw.text) ?? '';
  const text = features.htmlText ? htmlToTyped(body) : body;
  return { id, text, at: readMoment(raw.timestamp) ?? 0 };
}

function humanName(name: unknown, senderID: string): string | undefined {
  const text = readText(name);
  return text === undefined || text === senderID || text.includes(':') ? undefined : text;
}

interface BodyContext {
  isHtml: boolean;
  sender: string | undefined;
  length: number | undefined;
}

function readBody(raw: Json, { isHtml, sender, length }: BodyContext): string {
  if (raw.isDeleted === true) return '';
  const body = readString(raw.text) ?? '';
  const text = isHtml ? htmlToText(body, length) : toLine(body, length);
  return text.includes('{{sender}}')
    ? toLine(
        text.replaceAll('{{sender}}', () => sender ?? ''),
        length,
      )
    : text;
}

export function readKind(raw: Json): string | undefined {
  if (raw.isDeleted === true) return 'DELETED';
  const type = readText(raw.type);
  if (type && type !== 'TEXT') return type;
  return readAttachmentKind(readArray(raw.attachments)?.[0]);
}

export function readAttachmentKind(value: unknown): string | undefined {
  const attachment = readObject(value);
  if (!attachment) return undefined;
  if (attachment.isVoiceNote === true) return 'VOICE';
  const kinds: Json = { img: 'IMAGE', video: 'VIDEO', audio: 'AUDIO' };
  return readString(kinds[readString(attachment.type) ?? '']) ?? 'FILE';
}
