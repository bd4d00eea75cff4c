import type { Badge } from '../browsers/companion';

const LABEL_WIDTH = 'badge 999+ grey   '.length;

export function say(text = ''): void {
  console.log(text);
}

/** One line: what the toolbar shows, then what happened. */
export function sayBadge(badge: Badge, text: string): void {
  say(`${badgeLabel(badge).padEnd(LABEL_WIDTH)}${text}`);
}

/** Something happened that the badge may or may not follow. */
export function sayHappening(text: string): void {
  say(`${' '.repeat(LABEL_WIDTH)}${text}`);
}

export function badgeLabel(badge: Badge): string {
  if (!badge.text) return 'no badge';
  return `badge ${badge.text}${isGrey(badge) ? ' grey' : ''}`;
}

/** Grey has next to no hue: its parts lie close together. */
export function isGrey({ color: [red = 0, green = 0, blue = 0] }: Badge): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) < 32;
}
