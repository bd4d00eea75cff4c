/** The part of a keyboard event that tells which key is meant. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * The key a person means. Letters are told by Shift alone, whatever Caps Lock says; where a layout
 * has no Latin letters (Greek, Arabic, kana), by what is printed there on a keyboard that has.
 */
export function keyOf({ key, code, shiftKey }: Pressed): string {
  const [, printed] = /^Key([A-Z])$/.exec(code) ?? [];
  const isLatin = /^[a-z]$/i.test(key);
  const isOther = !isLatin && key.length === 1 && key > '~';
  const letter = isLatin ? key : isOther ? printed : undefined;
  if (letter === undefined) return key;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}
