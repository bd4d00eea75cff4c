import { fold } from '@/lib/text/fold';
import { SEPARATOR } from './known-people';

/** As many of a chat's people as it can be found by: the first, who are told of everywhere. */
const MOST = 8;
const MOST_LETTERS = 32;

/** Names a chat can be found by that its title does not hold already; what is kept of its people. */
export function peopleOf(names: readonly string[], title: string): string {
  const titled = fold(title);
  const news = names
    .map((name) =>
      name
        .slice(0, MOST_LETTERS)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim(),
    )
    .filter((name) => name && !titled.includes(fold(name)));
  return [...new Set(news)].slice(0, MOST).join(SEPARATOR);
}
