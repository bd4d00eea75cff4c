const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
};

/** How builds before 4.2.808 told the same message: words without markup. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<mx-reply>.*?<\/mx-reply>/gs, '')
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/<br\s*\/?>|<\/p>|<\/li>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#?)(\w+);/g, decode)
    .trim();
}

function decode(whole: string, hash: string, name: string): string {
  if (hash) return String.fromCodePoint(Number(name) || 0xfffd);
  return NAMED[name] ?? whole;
}
