import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readDetails, readOwnName } from '@/lib/beeper/parse/details';
import { anyBody, MAKES } from '../../../helpers/any-answer';
import { aRawChat, CURRENT, OLD, type Raw } from '../../../helpers/builders';
import { oddIn } from '../../../helpers/odd';

const ACCOUNTS = { signal: { id: 'signal', network: 'Signal', selfID: '@me' } };

function read(overrides: Raw = {}, context = CURRENT) {
  return readDetails(aRawChat(overrides), context);
}

function people(...items: Raw[]): Raw {
  return { participants: { items, hasMore: true, total: 240 } };
}

describe('the details of a chat', () => {
  it('of an old server are few', () => {
    expect(read({ participants: undefined }, OLD)).toStrictEqual({
      title: 'Ada',
      network: 'Signal',
      people: [],
      peopleCount: 0,
    });
  });

  it('of a new one are more', () => {
    const told = { description: 'One\n<b>two', isReadOnly: true, messageExpirySeconds: 604_800 };
    expect(read(told)).toMatchObject({
      description: 'One\n<b>two',
      isReadOnly: true,
      expirySeconds: 604_800,
    });
  });

  it('name everybody once, with every way to them, and how many there are', () => {
    const ada = {
      id: '@ada',
      fullName: 'Ada',
      username: '@ada',
      phoneNumber: '+44',
      isAdmin: true,
    };
    const me = { id: '@me', email: 'me@example.org', isNetworkBot: true, isPending: true };
    const details = read(people(ada, ada, me), { ...CURRENT, accounts: ACCOUNTS });
    expect(details?.peopleCount).toBe(240);
    expect(details?.people).toStrictEqual([
      { id: '@ada', name: 'Ada', handle: '@ada', phone: '+44', roles: ['admin'] },
      { id: '@me', name: 'me@example.org', roles: ['you', 'bot', 'invited'] },
    ]);
  });

  it.each([null, 'chat', [], {}])('are none: %j', (value) => {
    expect(readDetails(value, CURRENT)).toBeUndefined();
  });

  it('of whatever Beeper answers can be drawn and counted with', () => {
    const anyChat = fc.constantFrom(...MAKES).chain((make) => anyBody('chat', make));
    const reading = fc.property(anyChat, fc.constantFrom(CURRENT, OLD), (body, context) => {
      const details = readDetails(parsed(body), context);
      expect(oddIn(details)).toStrictEqual([]);
      const ids = details?.people.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    });
    fc.assert(reading, { numRuns: 200 });
  });
});

describe("one's own name at an account", () => {
  const user = { fullName: 'Robin' };

  it.each([
    [[{ accountID: 'signal', user }], 'Robin'],
    [{ items: [{ accountID: 'signal', user }] }, 'Robin'],
    [[{ accountID: 'imessage', user }], undefined],
    [[{ accountID: 'signal', user: 'Robin' }], undefined],
    ['none', undefined],
  ])('is in %j: %j', (accounts, name) => {
    expect(readOwnName(accounts, 'signal')).toBe(name);
  });
});

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
