export type Command =
  | { kind: 'subscribe'; requestID: string | undefined; chatIDs: string[] }
  | { kind: 'refused'; requestID: string | undefined; code: ErrorCode; message: string };

export type ErrorCode = 'INVALID_COMMAND' | 'INVALID_PAYLOAD' | 'NOT_SUBSCRIBED' | 'INTERNAL_ERROR';

const MEMBERS = new Set(['type', 'requestID', 'chatIDs']);

/** There is one command, and it takes nothing but its documented members. */
export function readCommand(data: string, isBinary: boolean): Command {
  const frame = isBinary ? null : parseObject(data);
  if (!frame) return refused('INVALID_PAYLOAD', 'A frame has to be a JSON object in text');
  const { type, requestID, chatIDs } = frame;
  const id = typeof requestID === 'string' ? requestID : undefined;
  if (type !== 'subscriptions.set') return refused('INVALID_COMMAND', 'Unknown command', id);
  const stray = Object.keys(frame).find((key) => !MEMBERS.has(key));
  if (stray !== undefined) return refused('INVALID_PAYLOAD', `Unknown member "${stray}"`, id);
  if (requestID !== undefined && id === undefined) {
    return refused('INVALID_PAYLOAD', 'requestID has to be a string');
  }
  if (!Array.isArray(chatIDs) || !chatIDs.every((entry) => typeof entry === 'string')) {
    return refused('INVALID_PAYLOAD', 'chatIDs has to be a list of strings', id);
  }
  const wanted = [...new Set(chatIDs.map((entry) => entry.trim()))].toSorted();
  if (wanted.includes('*') && wanted.length > 1) {
    return refused('INVALID_PAYLOAD', 'The star stands alone', id);
  }
  return { kind: 'subscribe', requestID: id, chatIDs: wanted };
}

function refused(code: ErrorCode, message: string, requestID?: string): Command {
  return { kind: 'refused', code, message, requestID };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
