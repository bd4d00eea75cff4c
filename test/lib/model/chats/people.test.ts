import { describe, expect, it } from 'vitest';

import { readChat } from '@/lib/beeper/parse/chat';
import { mergeChat } from '@/lib/model/chats/merge';
import { parseStoredChat } from '@/lib/model/chats/chat';
import { peopleOf } from '@/lib/model/chats/people';
import { aChat, aRawChat, aRemote, CURRENT } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const SOURCE = { requestedAt: NOON + 1 };

describe('the people a chat is found by', () => {
  it('are those its title does not name, a few, and each once', () => {
    expect(peopleOf(['Zoë Ek', 'Bo Li', 'Bo Li', ' '], 'Trip with zoe ek')).toBe('Bo Li');
    const crowd = Array.from({ length: 300 }, (_, index) => `Person ${index} ${'x'.repeat(90)}`);
    expect(peopleOf(crowd, 'Crowd').length).toBeLessThan(300);
  });

  it('are read without oneself, and not made up where nobody is named', () => {
    const items = [
      { id: '@me', fullName: 'Robin', isSelf: true },
      { id: '@zoe', fullName: 'Zoë Ek' },
      { id: '@ada', username: 'Ada' },
    ];
    const raw = aRawChat({ type: 'group', participants: { items, hasMore: false, total: 3 } });
    expect(readChat(raw, CURRENT)?.people).toBe('Zoë Ek');
    expect(readChat(aRawChat(), CURRENT)).not.toHaveProperty('people');
  });

  it('stay as they are while an answer names nobody new: listings show more or fewer', () => {
    const known = aChat({ people: 'Zoë Ek, Bo Li' });
    const told = (people?: string) =>
      mergeChat(known, aRemote({ ...(people !== undefined && { people }) }), SOURCE).people;
    expect(told('Bo Li, Zoë Ek')).toBe('Zoë Ek, Bo Li');
    expect(told('Bo Li')).toBe('Zoë Ek, Bo Li');
    expect(told()).toBe('Zoë Ek, Bo Li');
    expect(told('Bo Li, Cy Ng')).toBe('Bo Li, Cy Ng');
  });

  it('are missing in what an earlier version has stored, which is read all the same', () => {
    const { people: _people, ...old } = aChat({ people: 'Bo' });
    expect(parseStoredChat(JSON.parse(JSON.stringify(old)))).toStrictEqual(old);
    expect(parseStoredChat(aChat({ people: 'Bo' }))?.people).toBe('Bo');
  });
});
