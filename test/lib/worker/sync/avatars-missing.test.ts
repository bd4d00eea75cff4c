import { describe, expect, it } from 'vitest';

import { DAY, HOUR } from '@/lib/base/time';
import type { Fault } from '../../../beeper/faults/list';
import { ADA, BO, MISSING, openGallery, pictureAt, served } from '../../../helpers/gallery';
import { later } from '../../../helpers/later';

const SERVE = { when: ({ path }: { path: string }) => path === '/v1/assets/serve' };

describe('a picture that cannot be had', () => {
  it.each<[string, Fault | undefined, string]>([
    ['is not there', undefined, MISSING],
    ['is none for us', '403', ADA],
    ['makes no sense to Beeper', '400', ADA],
    ['is served by no such Beeper', '405', ADA],
    ['is too large', 'huge-body', ADA],
    ['is nothing', 'empty-body', ADA],
    ['is a page', 'html-200', ADA],
    ['is data', 'json-foreign', ADA],
  ])('that %s is remembered for a day', async (_why, fault, address) => {
    const { desk, draw } = await openGallery({}, address);
    if (fault) await desk.beeper.fault(fault, SERVE);
    await draw();
    await draw();
    await desk.restart();
    await draw();
    expect(served(desk)).toStrictEqual([address]);
    expect(await pictureAt(address)).toBeUndefined();
    await desk.beeper.heal();
    desk.clock.advance(DAY + HOUR);
    await desk.poll();
    await draw();
    expect(served(desk)).toStrictEqual([address, address]);
  });

  it('that nobody can draw is remembered', async () => {
    const { desk, draw } = await openGallery({
      shrink: () => Promise.reject(new Error('no picture')),
    });
    await draw();
    await draw();
    expect(served(desk)).toStrictEqual([ADA]);
    expect(await pictureAt(ADA)).toBeUndefined();
  });

  it('that stays large is remembered', async () => {
    const { desk, draw } = await openGallery({
      shrink: async () => `data:image/png,${'x'.repeat(40_000)}`,
    });
    await draw();
    await draw();
    expect(served(desk)).toStrictEqual([ADA]);
    expect(await pictureAt(ADA)).toBeUndefined();
  });

  it('that ends whoever draws it is remembered', async () => {
    const { promise: never } = later<string>();
    const { desk, draw } = await openGallery({ shrink: () => never });
    await desk.happen(() => void draw());
    await desk.restart();
    await desk.happen(() => void draw());
    expect(served(desk)).toStrictEqual([ADA]);
  });

  it.each<Fault>([
    'down',
    'reset-before-headers',
    'reset-in-body',
    '401',
    'signed-out',
    '429',
    '500',
    '503',
    'redirect-302',
  ])('for the moment is asked for again: %s', async (fault) => {
    const { desk, draw } = await openGallery();
    await desk.beeper.fault(fault, SERVE);
    await draw();
    expect(await pictureAt(ADA)).toBeUndefined();
    await desk.beeper.heal();
    await draw();
    expect(await pictureAt(ADA)).toBeDefined();
  });

  it('is no trouble', async () => {
    const { desk, draw } = await openGallery({}, ADA, BO, MISSING);
    await desk.beeper.fault('401', SERVE);
    await draw();
    await desk.beeper.fault('500', SERVE);
    await draw();
    expect(await desk.status()).not.toHaveProperty('trouble');
    expect(await desk.badge()).toBe(String(desk.beeper.unread() || ''));
  });
});

describe('while Beeper is away', () => {
  it('no more pictures are asked for after those that failed', async () => {
    const addresses = Array.from({ length: 20 }, (_, index) => `mxc://local.beeper.com/${index}`);
    const { desk, draw } = await openGallery({}, ...addresses);
    await desk.beeper.fault('401', SERVE);
    await draw();
    expect(served(desk).length).toBeLessThanOrEqual(4);
  });

  it('and known to be, none is asked for', async () => {
    const { desk, draw } = await openGallery();
    await desk.beeper.fault('401');
    await desk.poll();
    await draw();
    expect(served(desk)).toStrictEqual([]);
  });

  it('Beeper is asked whether it is back, and then for the pictures', async () => {
    const { desk, draw } = await openGallery();
    await desk.beeper.fault('down');
    await desk.poll();
    await desk.beeper.heal();
    await draw();
    expect(served(desk)).toStrictEqual([ADA]);
    expect(await desk.status()).not.toHaveProperty('trouble');
  });
});
