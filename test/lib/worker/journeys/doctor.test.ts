import { describe, expect, it } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { freshness } from '@/lib/model/connection/freshness';
import { wordsOfStatus } from '@/lib/model/connection/texts';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { CASES, openClinic } from '../../../helpers/clinic';
import { type Desk, openDesk } from '../../../helpers/desk';

describe.each(CASES)('%s, because %s', (code, _why, { cause, cure, switches }) => {
  it('is told, in the tooltip, the popup and the settings', async () => {
    const clinic = await openClinic(switches);
    await cause(clinic);
    await clinic.desk.poll();
    const status = await clinic.desk.status();
    const now = clinic.desk.clock.now();
    expect(status).toMatchObject({ isConnected: true, trouble: code });
    expect((await clinic.desk.tooltip()).split('\n')[0]).toBe(titleOf(code));
    expect(freshness(status, now)).toBe(titleOf(code));
    expect(wordsOfStatus(status, now)).toStrictEqual({
      title: titleOf(code),
      detail: [causeOf(code), stepOf(code)],
      tone: 'wrong',
    });
  });

  it('is noted for the diagnostics', async () => {
    const clinic = await openClinic(switches);
    await cause(clinic);
    await clinic.desk.poll();
    const logEntries = await loadItem(ITEMS.logEntries);
    // What was lost is no event: it is found to be so.
    const isEvent = code !== 'tokenLost';
    expect(logEntries.some((incident) => incident.code === code)).toBe(isEvent);
  });

  it('is over at the next refresh once it is put right', async () => {
    const clinic = await openClinic(switches);
    const { desk } = clinic;
    await cause(clinic);
    await desk.poll();
    await cure?.(clinic);
    desk.clock.advance(5 * SECOND);
    await desk.ask('refresh', null);
    const { trouble, failures } = await desk.status();
    expect([trouble, failures]).toStrictEqual([undefined, undefined]);
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect(await desk.tooltip()).toMatch(/^\d+ unread in Beeper/);
  });
});

describe('no accounts', () => {
  it.each(['untold', 'ready'] as const)('with setup %s is no trouble', async (setup) => {
    const desk = await openDesk({ isConnected: false, chats: 0, switches: { setup } });
    for (const account of desk.beeper.world.accounts) account.isListed = false;
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    const { trouble, accountCount } = await desk.status();
    expect([trouble, accountCount]).toStrictEqual([undefined, 0]);
  });

  it('lets a failing answer about setup be no trouble either', async () => {
    const desk = await openDesk({ isConnected: false, chats: 0, switches: { setup: 'error' } });
    await desk.beeper.fault('500', { when: ({ path }) => path === '/v1/app/setup' });
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    expect((await desk.status()).trouble).toBeUndefined();
  });
});

/** Whether Beeper is asked by a refresh at this moment. */
async function isAskedBy(desk: Desk): Promise<boolean> {
  desk.beeper.clearRequests();
  await desk.ask('refresh', null);
  return desk.beeper.requests.length > 0;
}

describe('being asked for a pause', () => {
  it('without being told how long, it is kept for 4, 8, 16 and then always 20 s', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('429');
    await desk.poll();
    for (const seconds of [4, 8, 16, 20, 20]) {
      desk.clock.advance(seconds * SECOND - 1);
      expect(await isAskedBy(desk)).toBe(false);
      desk.clock.advance(1);
      expect(await isAskedBy(desk)).toBe(true);
    }
  });

  it('after it was well in between, the pauses begin again', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('429', { when: ({ path }) => path === '/v1/chats', times: 2 });
    await desk.poll();
    await desk.poll();
    await desk.poll();
    expect((await desk.status()).trouble).toBeUndefined();
    await desk.beeper.fault('429');
    await desk.poll();
    expect((await desk.status()).pausedUntil).toBe(desk.clock.now() + 4 * SECOND);
  });

  it('a person who tries again does not wait for it', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('429-seconds', { retryAfterSeconds: 100 });
    await desk.poll();
    expect(await isAskedBy(desk)).toBe(false);
    await desk.beeper.heal();
    await desk.ask('tryAgain', null);
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('the next alarm always asks again', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('429');
    for (let polls = 0; polls < 6; polls += 1) {
      desk.beeper.clearRequests();
      await desk.poll();
      expect(desk.beeper.requests).not.toHaveLength(0);
    }
  });
});

describe('opening Beeper', () => {
  it('gives it time to start before its API is blamed, and is forgotten when it answers', async () => {
    const desk = await openDesk({ chats: 3 });
    const troubleAfter = async (ms: number) => {
      desk.clock.advance(ms);
      await desk.ask('refresh', null);
      return (await desk.status()).trouble;
    };
    await desk.beeper.fault('down');
    await desk.poll();
    await desk.ask('openingBeeper', null);
    expect(await troubleAfter(5 * SECOND)).toBe('notRunning');
    expect(await troubleAfter(14 * SECOND)).toBe('notRunning');
    expect(await troubleAfter(2 * SECOND)).toBe('apiOff');
    await desk.beeper.heal();
    expect(await troubleAfter(SECOND)).toBeUndefined();
    await desk.beeper.fault('down');
    expect(await troubleAfter(60 * SECOND)).toBe('notRunning');
  });
});

describe('a token that may only read', () => {
  it('is no trouble: lists are followed, and what cannot be done is known', async () => {
    const desk = await openDesk({ isConnected: false, chats: 5 });
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.readOnlyToken });
    await desk.poll();
    expect(await desk.status()).toMatchObject({ isConnected: true, access: 'readOnly' });
    expect((await desk.status()).trouble).toBeUndefined();
  });
});
