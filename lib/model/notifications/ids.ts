/** What a notification is about: one chat or, for the kinds in the plural, many; or an act. */
export type NotificationName =
  | {
      kind: NotificationKind;
      /** ms */
      at: number;
      chatID?: string;
    }
  | { kind: 'failure'; actID: string };

const OF_ONE = ['reminder', 'message'] as const;
const OF_MANY = ['reminders', 'messages', 'test', 'done', 'trouble'] as const;
export type NotificationKind = (typeof OF_ONE)[number] | (typeof OF_MANY)[number];

interface OfChat {
  chatID: string;
  at: number;
}

/**
 * The id says what it is about, so that a click is understood by a worker that has only just
 * started, and showing one twice replaces it.
 */
export function reminderID({ chatID, at }: OfChat): string {
  return `reminder:${at}:${chatID}`;
}

export function remindersID(at: number): string {
  return `reminders:${at}`;
}

export function messageID({ chatID, at }: OfChat): string {
  return `message:${at}:${chatID}`;
}

export function groupedID({ at }: { at: number }): string {
  return `messages:${at}`;
}

export function testID(at: number): string {
  return `test:${at}`;
}

/** What was done in a place of the browser's own at this moment, or could not be. */
export function outcomeID(kind: 'done' | 'trouble', at: number): string {
  return `${kind}:${at}`;
}

/** What was done there and then refused. */
export function failureID(actID: string): string {
  return `failure:${actID}`;
}

/** `undefined` for what is not ours. */
export function readNotificationID(id: string): NotificationName | undefined {
  const [, actID] = /^failure:(.+)$/s.exec(id) ?? [];
  if (actID) return { kind: 'failure', actID };
  const [, kind, at, chatID] = /^(\w+):(\d+)(?::(.+))?$/s.exec(id) ?? [];
  const one = OF_ONE.find((known) => known === kind);
  if (one) return chatID ? { kind: one, at: Number(at), chatID } : undefined;
  const many = OF_MANY.find((known) => known === kind);
  return many && !chatID ? { kind: many, at: Number(at) } : undefined;
}
