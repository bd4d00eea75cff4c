/** The best name to be had from a bridge type or account id, such as `local-whatsapp_ba_x`. */
export function networkName(id: string): string {
  const known = KNOWN_BRIDGES.find(([part]) => id.toLowerCase().includes(part));
  return known?.[1] ?? (id.split(/[._-]/)[0] || 'Beeper');
}

const KNOWN_BRIDGES: readonly (readonly [string, string])[] = [
  ['whatsapp', 'WhatsApp'],
  ['signal', 'Signal'],
  ['telegram', 'Telegram'],
  ['instagram', 'Instagram'],
  ['facebook', 'Messenger'],
  ['messenger', 'Messenger'],
  ['slack', 'Slack'],
  ['discord', 'Discord'],
  ['linkedin', 'LinkedIn'],
  ['gmessages', 'Google Messages'],
  ['googlechat', 'Google Chat'],
  ['gvoice', 'Google Voice'],
  ['twitter', 'X'],
  ['imessage', 'iMessage'],
  ['bluesky', 'Bluesky'],
  ['irc', 'IRC'],
  ['matrix', 'Beeper'],
  ['hungryserv', 'Beeper'],
];
