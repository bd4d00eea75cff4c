/** How many letters together say how far the next piece can be away. */
const BLOCK = 3;
const BITS = 16;
const SIZE = 1 << BITS;

/**
 * Looks for any of these texts in a single pass, which skips what none of them can be in (the
 * algorithm of Wu and Manber). All are made of letters up to U+00FF.
 *
 * @returns where the first one begins, or -1
 */
export function anyOf(wanted: readonly string[]): (bytes: Uint8Array) => number {
  const all = wanted.map((text) => Buffer.from(text, 'latin1'));
  const length = Math.min(...all.map((one) => one.length));
  if (length < BLOCK) throw new Error(`Too short to be looked for: fewer than ${BLOCK} letters.`);
  const { skips, ending } = tablesOf(all, length);
  return (bytes) => {
    for (let end = length - 1; end < bytes.length;) {
      const block = blockAt(bytes, end);
      const skip = skips[block] ?? 0;
      const start = end - length + 1;
      const isThere = skip === 0 && ending.get(block)?.some((one) => isAt(bytes, start, one));
      if (isThere) return start;
      end += skip || 1;
    }
    return -1;
  };
}

/** By the last block of what is looked at: how far to go on, and what may begin here if not at all. */
function tablesOf(all: readonly Buffer[], length: number) {
  const skips = new Uint8Array(SIZE).fill(Math.min(255, length - BLOCK + 1));
  const ending = new Map<number, Buffer[]>();
  for (const one of all) {
    for (let end = BLOCK - 1; end < length; end += 1) {
      const block = blockAt(one, end);
      skips[block] = Math.min(skips[block] ?? 0, length - 1 - end);
    }
    const last = blockAt(one, length - 1);
    ending.set(last, [...(ending.get(last) ?? []), one]);
  }
  return { skips, ending };
}

function blockAt(bytes: Uint8Array, end: number): number {
  const first = bytes[end - 2] ?? 0;
  const second = bytes[end - 1] ?? 0;
  const third = bytes[end] ?? 0;
  return ((first << 10) ^ (second << 5) ^ third) & (SIZE - 1);
}

function isAt(bytes: Uint8Array, start: number, one: Buffer): boolean {
  if (start + one.length > bytes.length) return false;
  for (let at = 0; at < one.length; at += 1) if (bytes[start + at] !== one[at]) return false;
  return true;
}
