import { once } from '@/lib/base/async';
import { hashOf } from './hash';

/** As many steady colours as the stylesheet has. */
const HUES = 10;

/** Up to two letters that stand for a title; a title without any shows its first character. */
export function initialsOf(title: string): string {
  const words = title.replace(/[^\p{L}\p{N}\s]/gu, ' ').split(/\s+/);
  const letters = words.filter(Boolean).map(firstCharacter);
  const initials = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return initials.join('').toUpperCase() || firstCharacter(title.trim()) || '#';
}

/** The same colour for the same chat, always. */
export function hueOf(id: string): number {
  return hashOf(id, 9973) % HUES;
}

/** How a network is drawn at the avatar's corner: a letter, on a shape and colour of its own. */
export interface NetworkMark {
  letter: string;
  /** The class that gives shape and colour. */
  name: string;
}

const MARKED = [
  'whatsapp',
  'signal',
  'telegram',
  'instagram',
  'messenger',
  'slack',
  'discord',
  'linkedin',
  'imessage',
  'matrix',
  'x',
  'bluesky',
];

export function networkMark(network: string): NetworkMark {
  const key = network.toLowerCase();
  const name = MARKED.find((known) => key === known || key.startsWith(`${known} `)) ?? 'other';
  return { letter: firstCharacter(network.trim() || '#').toUpperCase(), name };
}

function firstCharacter(text: string): string {
  const [first] = segmenter().segment(text);
  return first?.segment ?? '';
}

const segmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));
