import { readObject, readOneOf, readText } from '@/lib/base/parse';
import type { ReminderForm } from '@/lib/model/chats/features';

/** What opens Beeper. Stays in the worker: no message, log, page or export ever holds it. */
export interface Connection {
  baseUrl: string;
  token: string;
  /** Got by our own sign-in, and so ours to give back. */
  isOurs?: true;
  /** The form of reminder this server was seen to accept. */
  reminderForm?: ReminderForm;
}

export function readConnection(value: unknown): Connection | undefined {
  const raw = readObject(value);
  const baseUrl = readText(raw?.baseUrl);
  const token = readText(raw?.token);
  const reminderForm = readOneOf<ReminderForm>(raw?.reminderForm, ['iso', 'ms']);
  if (!baseUrl || !token) return undefined;
  return {
    baseUrl,
    token,
    ...(raw?.isOurs === true && { isOurs: true }),
    ...(reminderForm && { reminderForm }),
  };
}
