import { filledString, anyString, integer, number, object, oneOf, optional } from '../http/schema';

const KINDS = ['image', 'video', 'audio', 'file', 'gif', 'voice-note', 'sticker'] as const;
const side = integer(0, 100_000);

/** The members of an uploaded file as it is named in messages and in drafts. */
export const attachmentParts = {
  uploadID: filledString,
  mimeType: optional(anyString),
  fileName: optional(anyString),
  size: optional(object({ width: side, height: side })),
  duration: optional(number),
  type: optional(oneOf(...KINDS)),
};

export const attachmentBody = object(attachmentParts);
