import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { BOXES, type Chat } from '@/lib/model/chats/chat';
import { incomingOf, type IncomingMessages } from '@/lib/model/notifications/new-messages';
import type { NotifySettings } from '@/lib/model/notifications/settings';
import { aChat, aPreview } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { aNewChat, noted, type Step, WATCHED } from '../../../helpers/telling';

const ADA = aChat();

function freshOf(step: Step): number {
  const incomingMessages = noted(step);
  return (incomingMessages && incomingOf(incomingMessages, '!ada')?.fresh) ?? 0;
}

describe('a chat somebody has written in', () => {
  it.each<[string, Partial<Chat>, Partial<Chat>, number]>([
    ['a first message', {}, {}, 1],
    ['three more', { unreadCount: 2 }, { unreadCount: 5 }, 3],
    ['one after it was read elsewhere', { unreadCount: 3 }, { unreadCount: 1 }, 1],
    ['as many after it was read elsewhere', { unreadCount: 2 }, { unreadCount: 2 }, 2],
    [
      'a reaction',
      { unreadCount: 2 },
      { unreadCount: 2, preview: aPreview({ at: NOON, kind: 'REACTION' }) },
      0,
    ],
    [
      'one of my own',
      { unreadCount: 1 },
      { unreadCount: 2, preview: aPreview({ at: NOON, isOwn: true }) },
      0,
    ],
    ['nothing any more, having been read', { unreadCount: 2 }, { unreadCount: 0 }, 0],
    ['less, having been read in part', { unreadCount: 5 }, { unreadCount: 2, lastActivity: 1 }, 0],
    ['a mark by hand', {}, { unreadCount: 0, isMarkedUnread: true }, 0],
    [
      'more, being marked unread from an old message on',
      { lastActivity: NOON },
      { unreadCount: 7, isMarkedUnread: true },
      0,
    ],
    ['a message while muted', {}, { isMuted: true }, 0],
    ['a message while archived', {}, { box: 'archive' }, 0],
    ['a message at low priority', {}, { box: 'low-priority' }, 0],
  ])('has %s', (_what, before, after, fresh) => {
    expect(freshOf({ before: [{ ...ADA, ...before }], after: [aNewChat(after)] })).toBe(fresh);
  });

  it('and that shows in another is told of there alone', () => {
    const union = aChat({ id: '!union' });
    const after = [aNewChat({ mergedInto: '!union' }), union];
    expect(freshOf({ before: [ADA, union], after })).toBe(0);
  });

  it('and is not known yet, is told of if that was while we watched', () => {
    expect(freshOf({ after: [aNewChat({ unreadCount: 2 })] })).toBe(2);
    expect(freshOf({ after: [aNewChat({ lastActivity: NOON - HOUR })] })).toBe(0);
  });

  it('is counted once, also by a worker that died before it had stored the chat', () => {
    const step = { before: [ADA], after: [aNewChat()] };
    const known = noted(step);
    expect(freshOf({ ...step, known })).toBe(1);
    const second = aNewChat({ lastActivity: NOON + SECOND, unreadCount: 2 });
    expect(freshOf({ ...step, after: [second], known })).toBe(2);
  });
});

describe('a chat of which we have yet to see what happened in it', () => {
  const read = { ...ADA, unreadCount: 2 };
  const moved = aNewChat({ unreadCount: 1, preview: aPreview({ at: read.lastActivity }) });
  const known = noted({ before: [read], after: [moved] });
  const shown = (preview: Partial<Chat['preview']>, chat: Partial<Chat> = {}) =>
    freshOf({
      before: [moved],
      after: [{ ...moved, ...chat, preview: aPreview({ at: NOON, ...preview }) }],
      known,
    });

  it('is told of once its last message shows: it was read, and written to again', () => {
    expect(freshOf({ before: [read], after: [moved] })).toBe(0);
    expect(shown({})).toBe(1);
  });

  it('is not when that is a reaction or our own, or it is read or muted by then', () => {
    expect(shown({ kind: 'REACTION' })).toBe(0);
    expect(shown({ isOwn: true })).toBe(0);
    expect(shown({}, { unreadCount: 0 })).toBe(0);
    expect(shown({}, { isMuted: true })).toBe(0);
  });

  it('is not told of after quiet, whatever came in it', () => {
    const five = { ...moved, unreadCount: 6, lastActivity: NOON + SECOND };
    const quiet = noted({ before: [moved], after: [five], known, isQuiet: true });
    const pinned = { ...five, isPinned: true };
    expect(freshOf({ before: [five], after: [pinned], known: quiet })).toBe(0);
    const more = { ...five, unreadCount: 7, lastActivity: NOON + MINUTE };
    expect(freshOf({ before: [five], after: [more], known: quiet })).toBe(1);
  });

  it('is forgotten once it is clear', () => {
    const after = [{ ...moved, unreadCount: 0 }];
    expect(noted({ before: [moved], after, known })).toStrictEqual({ ...WATCHED, unclear: {} });
  });
});

describe('what came while nobody watched', () => {
  const came = { before: [ADA], after: [aNewChat({ lastActivity: NOON - MINUTE })] };

  it('is nothing new when watching begins', () => {
    expect(noted({ ...came, known: null })).toStrictEqual({ since: NOON, chats: {}, stale: [] });
  });

  it.each([
    ['after an hour of sleep', NOON - HOUR],
    ['before Beeper was ever reached', -1],
    ['after the clock was put back', NOON + HOUR],
  ])('is nothing new %s', (_when, syncedAt) => {
    const known = { ...WATCHED, since: NOON - 3 * HOUR };
    expect(noted({ ...came, known, syncedAt })).toMatchObject({ since: NOON, chats: {} });
  });

  it('is told of after a minute without Beeper', () => {
    const known = { ...WATCHED, since: NOON - 3 * HOUR };
    expect(freshOf({ ...came, known, syncedAt: NOON - 2 * MINUTE })).toBe(1);
  });

  it('is not told of when it was quiet, and nothing is where nobody wants to know', () => {
    const now = { before: [ADA], after: [aNewChat()] };
    expect(freshOf({ ...now, isQuiet: true })).toBe(0);
    const settings = { direct: false, mentions: false, groups: false };
    expect(noted({ ...now, settings, known: null })).toBeNull();
    expect(noted({ ...now, settings })).toBe(WATCHED);
  });
});

describe('the kinds of chats that are told of', () => {
  const nothing = { direct: false, mentions: false, groups: false };

  it.each<[string, Partial<NotifySettings>, Partial<Chat>, number]>([
    ['direct ones', { direct: true }, {}, 1],
    ['not groups with direct ones', { direct: true }, { isGroup: true }, 0],
    ['groups', { groups: true }, { isGroup: true }, 1],
    ['not direct ones with groups', { groups: true }, {}, 0],
    ['a mention', { mentions: true }, { isGroup: true, mentions: 2 }, 1],
    ['no group without one', { mentions: true }, { isGroup: true }, 0],
    ['none that was there before', { mentions: true }, { isGroup: true, mentions: 1 }, 0],
    ['a chosen one', { chosen: ['!ada'] }, { isGroup: true }, 1],
    ['no other', { chosen: ['!bo'] }, {}, 0],
    ['not a chosen one that is muted', { chosen: ['!ada'] }, { isMuted: true }, 0],
  ])('are %s', (_what, chosen, after, fresh) => {
    const before = [{ ...ADA, mentions: 1, unreadCount: 1 }];
    const chat = aNewChat({ unreadCount: 2, ...after });
    expect(freshOf({ before, after: [chat], settings: { ...nothing, ...chosen } })).toBe(fresh);
  });
});

const chats = fc
  .record({
    isGroup: fc.boolean(),
    isMuted: fc.boolean(),
    box: fc.constantFrom(...BOXES),
    unreadCount: fc.nat(5),
    mentions: fc.nat(2),
    lastActivity: fc.integer({ min: NOON - 3 * MINUTE, max: NOON }),
    isOwn: fc.boolean(),
    age: fc.constantFrom(0, MINUTE),
  })
  .map(({ isOwn, age, ...chat }) =>
    aChat({ ...chat, preview: aPreview({ isOwn, at: chat.lastActivity - age }) }),
  );

/** How a chat that is to be told of goes on, its activity never back. */
const phases = fc
  .array(
    fc.record({
      isQuiet: fc.boolean(),
      unreadCount: fc.nat(5),
      at: fc.constantFrom(...[0, 15, 30, 45].map((seconds) => NOON - seconds * SECOND)),
      age: fc.constantFrom(0, MINUTE),
    }),
    { minLength: 4, maxLength: 8 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.at - b.at)
      .map(({ isQuiet, unreadCount, at, age }) => ({
        isQuiet,
        chat: aNewChat({ unreadCount, lastActivity: at, preview: aPreview({ at: at - age }) }),
      })),
  );

/** As many as there can be of new messages, for one who knows how the chat was. */
function mostNew(chat: Chat, before: Chat | undefined): number {
  const { unreadCount: known, lastActivity } = before ?? aChat({ lastActivity: 0 });
  if (chat.unreadCount > known) return chat.unreadCount - known;
  return chat.lastActivity > lastActivity ? chat.unreadCount : 0;
}

describe('whatever happens', () => {
  it('nothing is told of that is muted, put away, read or old, nor the same twice', () => {
    fc.assert(
      fc.property(fc.array(chats, { minLength: 1, maxLength: 6 }), (history) => {
        let known: IncomingMessages | null = WATCHED;
        let before: Chat[] = [];
        for (const chat of history) {
          const after: IncomingMessages | null = noted({ before, after: [chat], known });
          const incomingOfChat = after && incomingOf(after, chat.id);
          const isNews = incomingOfChat && incomingOfChat !== incomingOf(known ?? WATCHED, chat.id);
          const isFine =
            !chat.isMuted &&
            chat.box === 'primary' &&
            chat.unreadCount > 0 &&
            chat.lastActivity >= WATCHED.since;
          expect(!isNews || isFine).toBe(true);
          expect(incomingOfChat?.fresh ?? 0).toBeLessThanOrEqual(
            Math.max(0, incomingOfChat?.count ?? 0),
          );
          expect(noted({ before: [chat], after: [chat], known: after })).toBe(after);
          [known, before] = [after, [chat]];
        }
      }),
      { numRuns: 200 },
    );
  });

  it('nothing is told of in quiet, nor after it that was there by then', () => {
    fc.assert(
      fc.property(phases, (history) => {
        let known: IncomingMessages = WATCHED;
        let [before, wasQuiet]: [Chat | undefined, boolean] = [undefined, false];
        for (const { chat, isQuiet } of history) {
          const step: Step = { before: before ? [before] : [], after: [chat], known, isQuiet };
          const after: IncomingMessages = noted(step) ?? WATCHED;
          const freshIn = (all: IncomingMessages) => incomingOf(all, chat.id)?.fresh ?? 0;
          const more = freshIn(after) - freshIn(known);
          expect(more).toBeLessThanOrEqual(isQuiet ? 0 : wasQuiet ? mostNew(chat, before) : 5);
          [known, before, wasQuiet] = [after, chat, isQuiet];
        }
      }),
      { numRuns: 2000 },
    );
  });
});
