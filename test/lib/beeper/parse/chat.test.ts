import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readChat } from '@/lib/beeper/parse/chat';
import { aRawChat, aRawMessage, CURRENT, OLD, type Raw } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

function read(overrides: Raw = {}, context = CURRENT) {
  return readChat(aRawChat(overrides), context);
}

/** As a chat of an old server: without what came with 4.2.808. */
const BARE = { isLowPriority: undefined, isMarkedUnread: undefined };

describe('a chat over the wire', () => {
  it('is read', () => {
    expect(read({ unreadCount: 2, isPinned: true })).toStrictEqual({
      id: '!ada',
      accountID: 'signal',
      title: 'Ada',
      isGroup: false,
      unreadCount: 2,
      isMuted: false,
      isPinned: true,
      tellsAll: true,
      network: 'Signal',
      isArchived: false,
      lastActivity: NOON - 3_600_000,
      isLowPriority: false,
      isMarkedUnread: false,
      reminder: null,
      cannot: [],
    });
  });

  it.each([null, undefined, 'chat', 7, [], {}, { id: 7 }, { id: '' }, { id: '  ' }])(
    'is none without an id: %j',
    (value) => {
      expect(readChat(value, CURRENT)).toBeUndefined();
    },
  );

  it.each([['imsg##thread:+4917000000'], ['!abc:beeper.local']])(
    'keeps its id as it is: %s',
    (id) => {
      expect(read({ id })?.id).toBe(id);
    },
  );

  it('of an old server leaves open what that does not tell', () => {
    const chat = read(BARE, OLD);
    expect(chat).toMatchObject({ tellsAll: false, isArchived: false });
    for (const unknown of ['isLowPriority', 'isMarkedUnread', 'reminder', 'box', 'cannot']) {
      expect(chat).not.toHaveProperty(unknown);
    }
  });

  it.each([
    [{ capabilities: { archive: false, markAsUnread: true } }, ['archive']],
    [{ capabilities: { markAsUnread: false }, isReadOnly: true }, ['markUnread', 'send']],
    [{ capabilities: { archive: 0, markAsUnread: null }, isReadOnly: 'yes' }, []],
    [{ capabilities: 'none' }, []],
  ])('with %j cannot %j', (told, cannot) => {
    expect(read(told)?.cannot).toStrictEqual(cannot);
  });

  it('of a new server says no by saying nothing', () => {
    expect(read(BARE)).toMatchObject({ isMarkedUnread: false, reminder: null, tellsAll: true });
  });

  it.each([
    [-3, 0],
    [2.7, 2],
    ['4', 0],
    [null, 0],
    [undefined, 0],
  ])('with the unread count %j has %d', (unreadCount, count) => {
    expect(read({ unreadCount })?.unreadCount).toBe(count);
  });

  it.each([
    ['soon', undefined],
    [null, undefined],
    ['2026-05-20T12:00:00Z', NOON],
    [NOON, NOON],
  ])('with the last activity %j has %j', (lastActivity, at) => {
    expect(read({ lastActivity })?.lastActivity).toBe(at);
  });

  it.each([
    [{ remindAt: '2026-05-20T12:00:00Z' }, { at: NOON, dismissOnIncoming: false }],
    [
      { remindAt: '2026-05-20T12:00:00Z', dismissOnIncomingMessage: true },
      { at: NOON, dismissOnIncoming: true },
    ],
    [{ remindAtMs: NOON }, { at: NOON, dismissOnIncoming: false }],
    [{}, null],
    [null, null],
    ['tomorrow', null],
  ])('with the reminder %j has %j', (reminder, told) => {
    expect(read({ reminder })?.reminder).toStrictEqual(told);
  });
});

const WEB = 'https://avatars.example.com/ada.png';

/** A chat nobody named. */
function people(...items: unknown[]): Raw {
  return { title: null, participants: { items } };
}

/** Its network, and a number of its own. */
const UNTITLED = 'Signal #763';

describe('the title', () => {
  it.each<[Raw, string]>([
    [{ title: ' Ada\n<b> ' }, 'Ada <b>'],
    [{ title: 'safe\u202Eexe' }, 'safeexe'],
    [{ title: 'x'.repeat(400) }, 'x'.repeat(200)],
    [{ title: `${'x'.repeat(199)}😀` }, 'x'.repeat(199)],
    [people({ fullName: 'Bo' }, { username: '@cy' }, { fullName: 'Me', isSelf: true }), 'Bo, @cy'],
    [people({ phoneNumber: '+49' }, { email: 'a@b' }), '+49, a@b'],
    [people(...['a', 'b', 'c', 'd', 'e'].map((fullName) => ({ fullName }))), 'a, b, c, d'],
    [people({ fullName: '  ' }, null, 7), UNTITLED],
    [{ title: 7, participants: 'many' }, UNTITLED],
    [{ title: '\u200B' }, UNTITLED],
    [{ title: '\u3164' }, UNTITLED],
    [{ title: '', network: 'x'.repeat(300) }, `${'x'.repeat(195)} #763`],
    [{ title: '\u2800 \u2800' }, UNTITLED],
    [{ title: '\u00AD\u034F' }, UNTITLED],
    [{ ...people({ fullName: 'Ada' }), title: '\u3164' }, 'Ada'],
    [people({ fullName: '\u2800' }, { fullName: 'Ada' }), 'Ada'],
  ])('of %j is %j', (raw, title) => {
    expect(read(raw)?.title).toBe(title);
  });

  it('tells chats apart that have none', () => {
    const titles = ['!a:x', '!b:x', '!c:x'].map((id) => read({ id, title: '' })?.title);
    expect(new Set(titles).size).toBe(3);
  });
});

describe('the network', () => {
  const accounts = { signal: { id: 'signal', network: 'Signal Beta' } };

  it.each<[Raw, string]>([
    [{}, 'Signal'],
    [{ network: null }, 'Signal Beta'],
    [{ network: null, accountID: 'local-whatsapp_ba_x' }, 'WhatsApp'],
    [{ network: null, accountID: 'slackgo.T1-U2' }, 'Slack'],
    [{ network: null, accountID: 'zulip_1' }, 'zulip'],
    [{ network: ' ', accountID: '' }, 'Beeper'],
    [{ network: null, accountID: 'constructor' }, 'constructor'],
  ])('of %j is %s', (raw, network) => {
    expect(read(raw, { ...CURRENT, accounts })?.network).toBe(network);
  });
});

function among(...items: object[]): Raw {
  return { participants: { items } };
}

describe('the picture', () => {
  const ADA = { id: '@ada', fullName: 'Ada', imgURL: 'mxc://a/ada' };
  const ME = { id: '@me', fullName: 'Me', imgURL: 'mxc://a/me' };
  const BARE_ADA = { id: '@ada', fullName: 'Ada' };
  const accounts = { signal: { id: 'signal', network: 'Signal', selfID: '@me' } };

  it.each<[string, Raw, string | null | undefined]>([
    ['the chat’s own', { imgURL: 'mxc://a/own', ...among(ADA) }, 'mxc://a/own'],
    ['the other person’s', { imgURL: null, ...among(ADA) }, 'mxc://a/ada'],
    ['never that of a bot', among({ ...BARE_ADA, isNetworkBot: true }, ADA), 'mxc://a/ada'],
    ['never one’s own', among({ ...ME, id: '@i', isSelf: true }, ADA), 'mxc://a/ada'],
    ['never one’s own, by the account', among(ME, ADA), 'mxc://a/ada'],
    ['the other person’s, if the chat’s is of the web', { imgURL: WEB, ...among(ADA) }, ADA.imgURL],
    ['none, says a direct chat', { imgURL: null, ...among(ME, BARE_ADA) }, null],
    ['none that we would load', among(ME, { ...ADA, imgURL: WEB }), null],
    ['not told without people', { imgURL: null, ...among() }, undefined],
    ['not told by whoever is alone', among(ME), undefined],
    ['a group’s own', { type: 'group', imgURL: 'file:///a', ...among(ADA) }, 'file:///a'],
    ['none, says a group', { type: 'group', ...among(ADA) }, null],
  ])('is %s', (_what, raw, avatar) => {
    expect(read(raw, { ...CURRENT, accounts })?.avatar).toBe(avatar);
  });

  it.each<[string, Raw, string | undefined]>([
    ['the other person’s', { ...BARE, ...among(ADA) }, 'mxc://a/ada'],
    ['not told of by one without', { ...BARE, ...among(BARE_ADA) }, undefined],
    ['not told of by a group', { ...BARE, type: 'group', ...among(ADA) }, undefined],
  ])('of an old server is %s', (_what, raw, avatar) => {
    expect(read(raw, OLD)?.avatar).toBe(avatar);
  });
});

describe('the last message of a chat', () => {
  it('names its sender as the people in the chat are named', () => {
    const participants = { items: [{ id: '@ada', fullName: 'Ada Lovelace' }] };
    const preview = aRawMessage({ senderName: '@ada' });
    expect(read({ participants, preview })?.preview).toMatchObject({ sender: 'Ada Lovelace' });
  });

  it.each([null, undefined, 'Hello', aRawMessage({ isHidden: true })])('is none: %j', (preview) => {
    expect(read({ preview })).not.toHaveProperty('preview');
  });
});

describe('anything over the wire', () => {
  const members = [...Object.keys(aRawChat()), 'preview', 'reminder', 'mergedIntoChatID', 'imgURL'];
  const odd = fc.dictionary(fc.constantFrom(...members), fc.jsonValue());

  it('never throws', () => {
    const reading = fc.property(fc.jsonValue(), odd, (value, raw) => {
      readChat(value, CURRENT);
      readChat({ id: 'x', ...raw }, OLD);
    });
    expect(() => fc.assert(reading)).not.toThrow();
  });

  it('becomes a chat that can be counted, sorted and drawn', () => {
    fc.assert(
      fc.property(odd, (raw) => {
        const chat = readChat({ ...raw, id: 'x' }, CURRENT);
        expect(Number.isInteger(chat?.unreadCount)).toBe(true);
        expect(chat?.title.length).toBeGreaterThan(0);
        expect(chat?.title.length).toBeLessThanOrEqual(200);
        expect(chat?.network).toBe(chat?.network?.trim());
      }),
    );
  });
});
