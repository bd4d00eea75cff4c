import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contentOf, type Offer, matchingOffer, offersFor } from '@/lib/browser/omnibox/offers';
import type { Chat } from '@/lib/model/chats/chat';
import { aChat } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { TIME_PHRASES } from '../../../helpers/time-phrases';
import { aWorld } from '../../../helpers/world';

const ANNA = aChat({ id: 'anna', title: 'Anna Weber', network: 'Signal', lastActivity: NOON });
const HANNA = aChat({ id: 'hanna', title: 'Hanna', network: 'WhatsApp' });
const SATURDAY = aChat({ id: 'sat', title: 'Saturday football', network: 'WhatsApp' });
const world = aWorld({ chats: [ANNA, HANNA, SATURDAY] });

function said({ chat, when }: Offer): string {
  return when === undefined ? chat.id : `${chat.id} @ ${when}`;
}

describe('words typed after the keyword', () => {
  it.each([
    ['anna', ['anna', 'hanna']],
    ['anna tomorrow 9', ['anna @ tomorrow 9', 'hanna @ tomorrow 9']],
    ['web anna in 20 min', ['anna @ in 20 min']],
    ['hanna fri 3pm', ['hanna @ fri 3pm']],
    ['anna weber 9:30', ['anna @ 9:30']],
    ['anna 25.12.', ['anna @ 25.12.', 'hanna @ 25.12.']],
    ['saturday', ['sat']],
    ['saturday football sun', ['sat @ sun']],
    ['tomorrow 9', []],
    ['nobody', []],
    ['nobody tomorrow', []],
    ['', ['anna', 'hanna', 'sat']],
  ])('%j offers %j', (typed, offers) => {
    expect(offersFor(typed, world).map(said)).toStrictEqual(offers);
  });

  it.each(TIME_PHRASES)('%j is a time after a name, as it is in the popup', (phrase) => {
    const words = phrase.trim().replaceAll(/\s+/g, ' ');
    const offers = offersFor(`anna weber ${phrase}`, world).map(said);
    expect(offers[0]).toBe(`anna @ ${words}`);
  });

  it.each([
    ['in 2 hours', 'Anna Instone'],
    ['at 9', 'Anna Atkins'],
    ['half an hour', 'Anna Half'],
    ['this weekend', 'Anna Thistle'],
  ])('%j is one time, also where another name begins like it: %s', (words, title) => {
    const namesake = aChat({ id: 'namesake', title, lastActivity: NOON - 1 });
    const offers = offersFor(`anna ${words}`, aWorld({ chats: [ANNA, namesake] }));
    expect(offers.map(said)).toStrictEqual([`anna @ ${words}`, `namesake @ ${words}`]);
  });

  it('never find more than browsers show, however many chats there are', () => {
    const chats = Array.from({ length: 50 }, (_, at) =>
      aChat({ id: `${at}`, title: `Anna ${at}` }),
    );
    expect(offersFor('anna tomorrow', aWorld({ chats }))).toHaveLength(6);
  });
});

describe('an offer that is picked', () => {
  it('stands in the address bar as a person would call it', () => {
    expect(contentOf({ chat: ANNA }, world)).toBe('Anna Weber · Signal');
    expect(contentOf({ chat: ANNA, when: 'fri' }, world)).toBe('Anna Weber · Signal › fri');
  });

  it('is known again, also among chats of one name and of hostile ones', () => {
    const title = fc.constantFrom('Anna', 'Anna (2)', 'Anna › fri', 'Anna · Signal', ' › ', '');
    const chat = fc
      .record({ id: fc.string({ minLength: 1 }), title, network: fc.constantFrom('Signal', '') })
      .map((given) => aChat(given));
    const chats = fc.uniqueArray(chat, { selector: ({ id }: Chat) => id, minLength: 1 });
    fc.assert(
      fc.property(chats, fc.nat(), (all, index) => {
        const picked = { chat: all[index % all.length] ?? ANNA };
        const snapshot = aWorld({ chats: all });
        const meant = matchingOffer(contentOf(picked, snapshot), snapshot);
        const isUnique = all.filter(({ title: one }) => one === picked.chat.title).length === 1;
        expect(meant?.chat.title).toBe(isUnique ? picked.chat.title : meant?.chat.title);
        expect(contentOf(meant ?? picked, snapshot)).toBe(contentOf(picked, snapshot));
      }),
      { numRuns: 200 },
    );
  });

  it('is not needed: Enter does what stands first', () => {
    expect(matchingOffer('anna tomorrow 9', world)).toStrictEqual({
      chat: ANNA,
      when: 'tomorrow 9',
    });
    expect(matchingOffer('nobody', world)).toBeUndefined();
  });
});
