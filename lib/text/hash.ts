/** A number below `size` that is the same for the same text, always. */
export function hashOf(text: string, size: number): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % size;
  return hash;
}
