import { plainText } from '../plain-text';
import type { Random } from '../random';
import type { ChatRecord, MessageRecord, PersonRecord } from '../world/records';

interface Stage {
  chat: ChatRecord;
  owner: PersonRecord;
  others: PersonRecord[];
  draw: Random;
}

const REACTIONS = ['👍', '❤️', '😂', '😮', '🙏'] as const;

/** Turns some read messages into what else happens in chats; the unread tail stays as it is. */
export function flourish(messages: MessageRecord[], stage: Stage): MessageRecord[] {
  return messages.map((message, index) => {
    if (index === 0 || message.ordinal > stage.chat.readUpTo) return message;
    const previous = messages[index - 1] ?? message;
    return decorate(message, { previous, stage });
  });
}

function decorate(
  message: MessageRecord,
  { previous, stage }: { previous: MessageRecord; stage: Stage },
): MessageRecord {
  const { draw, others } = stage;
  const luck = draw.next();
  if (luck < 0.04) return { ...message, editedAt: message.timestamp + 40_000 };
  if (luck < 0.06) return withdraw(message);
  if (luck < 0.1) return { ...message, linkedMessageID: previous.id };
  if (luck < 0.14) return reactionTo(message, { previous, draw });
  if (luck < 0.17 && others.length > 1) return systemEvent(message, stage);
  if (luck < 0.24) return { ...message, reactions: [reactionOf(message, stage)] };
  return { ...message, ...(message.isSender && { seen: true, sendStatus: 'SUCCESS' as const }) };
}

function withdraw({
  html: _html,
  attachments: _attachments,
  ...message
}: MessageRecord): MessageRecord {
  return { ...message, isDeleted: true };
}

function reactionTo(
  { attachments: _attachments, ...message }: MessageRecord,
  { previous, draw }: { previous: MessageRecord; draw: Random },
): MessageRecord {
  const target = plainText(previous.html ?? 'a picture')
    .replaceAll(/[<>&]/g, '')
    .slice(0, 60);
  return {
    ...message,
    type: 'REACTION',
    html: `{{sender}} reacted ${draw.pick(REACTIONS)} to “${target}”`,
    linkedMessageID: previous.id,
    isHidden: true,
  };
}

function systemEvent(
  { type: _type, attachments: _attachments, ...message }: MessageRecord,
  { others, draw }: Stage,
): MessageRecord {
  const name = draw.pick(others).fullName;
  return { ...message, html: draw.chance(0.5) ? `${name} joined` : `${name} changed the picture` };
}

function reactionOf(
  message: MessageRecord,
  { others, owner, draw }: Stage,
): NonNullable<MessageRecord['reactions']>[number] {
  const reactionKey = draw.pick(REACTIONS);
  const participantID = message.isSender ? (others[0] ?? owner).id : owner.id;
  return { id: `${participantID}${reactionKey}`, reactionKey, participantID, emoji: true };
}
