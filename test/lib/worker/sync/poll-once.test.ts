import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { ErrorCode } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import type { Fault } from '../../../beeper/faults/list';
import { openDesk } from '../../../helpers/desk';
import { toolbar } from '../../../helpers/fake-browser';

const TROUBLES: Record<Fault, ErrorCode> = {
  down: 'notRunning',
  hanging: 'notResponding',
  '400': 'serverTrouble',
  '401': 'tokenRejected',
  '403': 'tokenRejected',
  '404': 'tooOld',
  '405': 'tooOld',
  '408': 'notResponding',
  '409': 'serverTrouble',
  '413': 'serverTrouble',
  '422': 'serverTrouble',
  '429': 'rateLimited',
  '429-seconds': 'rateLimited',
  '429-date': 'rateLimited',
  '429-ms': 'rateLimited',
  '500': 'serverTrouble',
  '501': 'tooOld',
  '502': 'serverTrouble',
  '503': 'serverTrouble',
  '504': 'serverTrouble',
  'signed-out': 'notSignedIn',
  'html-200': 'badAnswer',
  'html-502': 'serverTrouble',
  'empty-body': 'badAnswer',
  'json-array': 'badAnswer',
  'json-null': 'badAnswer',
  'json-string': 'badAnswer',
  'json-number': 'badAnswer',
  'json-foreign': 'badAnswer',
  'cut-json': 'badAnswer',
  'wrong-length': 'badAnswer',
  'wrong-type': 'badAnswer',
  trickle: 'notResponding',
  'huge-body': 'badAnswer',
  'reset-before-headers': 'notRunning',
  'reset-in-body': 'badAnswer',
  'redirect-302': 'notBeeper',
  'redirect-307': 'notBeeper',
};

/** These never end by themselves; everything else is given all the time it needs. */
const ENDLESS: ReadonlySet<Fault> = new Set(['hanging', 'trickle']);

/** Where Beeper never ends, patience does, soon; until it is asked for again. */
function beImpatientWith(fault: Fault): () => void {
  if (!ENDLESS.has(fault)) return () => undefined;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(100));
  onTestFinished(() => spy.mockRestore());
  return () => spy.mockRestore();
}

const FAULTS = Object.entries(TROUBLES) as [Fault, ErrorCode][];

describe('a Beeper in trouble', () => {
  it.each(FAULTS)('that answers with %s leaves the number and says %s', async (fault, trouble) => {
    const desk = await openDesk({ chats: 60 });
    const number = await desk.badge();
    beImpatientWith(fault);
    await desk.beeper.fault(fault);
    await desk.poll();
    expect((await desk.status()).trouble).toBe(trouble);
    const isAlert = trouble === 'tokenRejected';
    expect(await toolbar()).toMatchObject({
      text: isAlert ? '!' : number,
      icon: isAlert ? 'icon/icon-16.png' : 'icon/offline-16.png',
    });
  });

  it.each(FAULTS)('that answered with %s is followed again with nothing lost', async (fault) => {
    const desk = await openDesk({ chats: 60 });
    const known = (await desk.chats()).size;
    const bePatient = beImpatientWith(fault);
    await desk.beeper.fault(fault);
    await desk.poll();
    const [first, second] = [...desk.beeper.chats.values()];
    desk.beeper.receive(first?.id ?? '', { text: 'Hello?' });
    desk.beeper.readElsewhere(second?.id ?? '');
    desk.clock.advance(MINUTE);
    await desk.poll();
    await desk.beeper.heal();
    bePatient();
    desk.clock.advance(5 * MINUTE);
    await desk.poll();
    expect((await desk.status()).trouble).toBeUndefined();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect((await desk.chats()).size).toBe(known);
  });

  it.each(['429-seconds', '429-date', '429-ms'] as const)(
    'that asks to be left alone by %s is left alone so long',
    async (fault) => {
      const desk = await openDesk({ chats: 3 });
      await desk.beeper.fault(fault, { retryAfterSeconds: 100 });
      await desk.poll();
      desk.beeper.clearRequests();
      for (let polls = 0; polls < 3; polls += 1) await desk.poll();
      expect(desk.beeper.requests).toHaveLength(0);
      await desk.poll();
      expect(desk.beeper.requests).not.toHaveLength(0);
    },
  );

  it('is asked again after five minutes, however long it wants to be left alone', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('429-seconds', { retryAfterSeconds: 86_400 });
    await desk.poll();
    await desk.beeper.heal();
    desk.clock.advance(5 * MINUTE);
    await desk.poll();
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('whose token was taken back shows a mark and heals by a new one', async () => {
    const desk = await openDesk({ chats: 60 });
    desk.beeper.revoke(desk.beeper.token);
    await desk.poll();
    expect(await desk.badge()).toBe('!');
    const token = desk.beeper.issueToken(['read', 'write']);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('says in the tooltip what is wrong', async () => {
    const desk = await openDesk({ chats: 60 });
    await desk.beeper.fault('down');
    await desk.poll();
    expect(await desk.tooltip()).toMatch(/^Beeper is not running\n\d+ unread in Beeper\n/);
  });

  it('that only fails to tell of single chats is no trouble', async () => {
    const desk = await openDesk({ chats: 60 });
    await desk.beeper.fault('500', { when: ({ path }) => path.endsWith('/messages') });
    await desk.poll();
    expect((await desk.status()).trouble).toBeUndefined();
  });
});
