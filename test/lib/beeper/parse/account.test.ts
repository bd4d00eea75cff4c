import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAccounts } from '@/lib/beeper/parse/account';

describe('the accounts over the wire', () => {
  it.each([
    [{ accountID: 'a', network: 'Signal', user: { id: '@me' } }, 'Signal'],
    [{ accountID: 'a', bridge: { type: 'whatsapp' }, user: { id: '@me' } }, 'WhatsApp'],
    [{ accountID: 'a', network: ' ', bridge: {}, user: { id: '@me' } }, 'a'],
  ])('%j are read', (raw, network) => {
    const accounts = [{ id: 'a', network, selfID: '@me' }];
    expect(readAccounts([raw])).toStrictEqual(accounts);
    expect(readAccounts({ items: [raw] })).toStrictEqual(accounts);
  });

  it('may hide who one is', () => {
    expect(readAccounts([{ accountID: 'signal' }])).toStrictEqual([
      { id: 'signal', network: 'Signal' },
    ]);
  });

  it('leave out what is none', () => {
    expect(readAccounts([null, 7, {}, { accountID: '' }])).toStrictEqual([]);
  });

  it.each([null, {}, 'all', 7])('are not there: %j', (value) => {
    expect(readAccounts(value)).toBeUndefined();
  });

  it('never make it throw', () => {
    const reading = fc.property(fc.array(fc.jsonValue()), (value) => void readAccounts(value));
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
