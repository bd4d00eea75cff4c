import { anyOf } from './any-of';

/** Shorter pieces may turn up by chance, and say nothing of the whole. */
const PIECE = 12;
/** So any stretch of this many letters more than a piece is found. */
const STRIDE = 3;

/** Everything whose presence gives away the secret, or a good part of it. */
export function tracesOf(secret: string): string[] {
  const traces = new Set<string>();
  for (let at = 0; at + PIECE <= secret.length; at += STRIDE) {
    for (const form of formsOf(secret.slice(at, at + PIECE))) traces.add(form);
  }
  return [...traces];
}

/** As it is, as in an address, as hex, as databases may write it, and as base64. */
function formsOf(piece: string): string[] {
  const bytes = Buffer.from(piece);
  const hex = bytes.toString('hex');
  const escaped = hex.replaceAll(/../g, '%$&');
  const wide = Buffer.from(piece, 'utf16le').toString('latin1');
  const base64 = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    // What stands before and after it shapes the letters at both ends.
    const [from, to] = [before && 4, Math.floor(whole.length / 3) * 4];
    return [whole.toString('base64').slice(from, to), whole.toString('base64url').slice(from, to)];
  });
  return [piece, encodeURIComponent(piece), escaped, escaped.toUpperCase(), hex, wide, ...base64];
}

/** What stands around the first trace of it in each text that has one. */
export function find(secret: string, texts: Iterable<string>): string[] {
  const firstIn = anyOf(tracesOf(secret));
  // Many are the same: a page says what it said a moment ago.
  return [...new Set(texts)].flatMap((text) => {
    const at = firstIn(Buffer.from(text, 'latin1'));
    return at < 0 ? [] : [text.slice(Math.max(0, at - 80), at + 80)];
  });
}
