import { describe, expect, it } from 'vitest';

import { networkName } from '@/lib/beeper/network-name';

describe('the name of a network', () => {
  it.each([
    ['local-whatsapp_ba_3fTq', 'WhatsApp'],
    ['discordgo', 'Discord'],
    ['slackgo.TEAM-USER', 'Slack'],
    ['facebookgo', 'Messenger'],
    ['instagramgo', 'Instagram'],
    ['gmessages', 'Google Messages'],
    ['SIGNAL', 'Signal'],
    ['imessage', 'iMessage'],
    ['twitter', 'X'],
    ['hungryserv', 'Beeper'],
    ['matrix', 'Beeper'],
    ['zulip_7.x', 'zulip'],
    ['', 'Beeper'],
  ])('of %j is %s', (id, name) => {
    expect(networkName(id)).toBe(name);
  });
});
