import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { CompanionError } from '@/lib/base/errors';
import type { PendingIntent } from '@/lib/model/actions/intent';
import { DEFAULT_SETTINGS, type SettingsChange } from '@/lib/model/settings/settings';
import { ask, type Handlers } from '@/lib/requests/bridge';
import {
  isRequestName,
  READERS,
  replyOfError,
  type RequestName,
  type Requests,
} from '@/lib/requests/contract';

const NAMES = Object.keys(READERS) as RequestName[];
const STAMPED: PendingIntent = { id: '1', chatID: '!ada', intent: { kind: 'archive' } };

describe('the contract', () => {
  it('says what a page may ask', () => {
    expectTypeOf<Requests['act']>().toEqualTypeOf<{
      intents: readonly PendingIntent[];
      undoes?: string;
    }>();
    expectTypeOf<Requests['saveSettings']>().toEqualTypeOf<SettingsChange>();
    expectTypeOf<Requests['refresh']>().toBeNull();
    expectTypeOf(ask<'openChat'>)
      .parameter(1)
      .toEqualTypeOf<{ chatID: string; messageID?: string }>();
    expectTypeOf(ask<'openChat'>).returns.resolves.toBeVoid();
    expect(NAMES).toContain('act');
  });

  it('says what the worker has to handle', () => {
    expectTypeOf<keyof Handlers>().toEqualTypeOf<RequestName>();
    expectTypeOf<Handlers['connect']>()
      .parameter(0)
      .toEqualTypeOf<{ baseUrl: string; token: string }>();
    expectTypeOf<Handlers['retry']>().parameter(0).toEqualTypeOf<{ ids: readonly string[] }>();
    expectTypeOf<Handlers['disconnect']>().returns.resolves.toBeVoid();
    expect(NAMES).not.toContain('deleteChat');
    // @ts-expect-error -- there is no such request
    expectTypeOf<Handlers['deleteChat']>();
  });

  it.each<[RequestName, unknown]>([
    ['refresh', null],
    ['act', { intents: [STAMPED] }],
    ['act', { intents: [] }],
    ['act', { intents: [], undoes: '1' }],
    ['retry', { ids: ['1'] }],
    ['dismiss', { ids: [] }],
    ['openChat', { chatID: '!ada' }],
    ['peek', { chatID: '!ada' }],
    ['peek', { chatID: '!ada', cursor: 'x' }],
    ['details', { chatID: '!ada' }],
    ['preview', { chatIDs: ['!ada'] }],
    ['avatars', { chatIDs: ['!ada'] }],
    ['search', { query: 'ada l' }],
    ['connect', { baseUrl: '', token: '' }],
    ['disconnect', null],
    ['saveSettings', DEFAULT_SETTINGS],
    ['rememberChoice', { meant: { preset: 'tomorrow' }, dismissOnIncoming: false, archives: true }],
  ])('reads %s as it was sent', (name, payload) => {
    expect(READERS[name](JSON.parse(JSON.stringify(payload)))).toStrictEqual(payload);
  });

  it.each<[RequestName, unknown]>([
    ['search', { query: '  ' }],
    ['search', { query: 7 }],
    ['act', null],
    ['act', { intents: 'all' }],
    ['act', { intents: [STAMPED, { ...STAMPED, intent: { kind: 'explode' } }] }],
    ['retry', { ids: ['1', 2] }],
    ['dismiss', {}],
    ['openChat', { chatID: '' }],
    ['rememberChoice', { meant: { preset: 'someday' } }],
    ['openChat', { chatID: 7 }],
    ['peek', { cursor: 'x' }],
    ['details', {}],
    ['preview', ['!ada']],
    ['connect', { baseUrl: 'http://localhost' }],
    ['connect', { token: 'x', baseUrl: null }],
  ])('does not read %s out of %j', (name, payload) => {
    expect(READERS[name](payload)).toBeUndefined();
  });

  it.each(NAMES)('never throws while reading %s', (name) => {
    const reading = fc.property(fc.jsonValue(), (value) => void READERS[name](value));
    expect(() => fc.assert(reading)).not.toThrow();
  });

  it.each(['toString', '__proto__', '', 7, null, undefined, {}])('knows no request %j', (name) => {
    expect(isRequestName(name)).toBe(false);
  });

  it('tells errors by their code alone', () => {
    expect(replyOfError(new CompanionError('readOnly'))).toStrictEqual({
      ok: false,
      code: 'readOnly',
    });
    expect(replyOfError(new Error('secret'))).toStrictEqual({ ok: false, code: 'ownFault' });
  });
});
