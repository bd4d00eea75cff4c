import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { CompanionError } from '@/lib/base/errors';
import { SECOND } from '@/lib/base/time';
import type { Viewer } from '@/lib/browser/pictures';
import { answerRequests, type Handlers } from '@/lib/requests/bridge';
import { changeAvatarIndex, clearPictures } from '@/lib/storage/avatars';
import { resetBrowser } from '../../helpers/fake-browser';
import { later } from '../../helpers/later';
import { quiet } from '../../helpers/quiet';

const ADA = 'mxc://a/ada';
const BO = 'mxc://a/bo';

let asked: (readonly string[])[];
let answer: () => Promise<void>;
let whenIdle: (() => void)[];
let page: typeof import('@/lib/browser/pictures');
let known: ReadonlyMap<string, string>;

/** A page that has just been opened, and a worker that answers as it is told to. */
beforeEach(async () => {
  resetBrowser();
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  whenIdle = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => whenIdle.push(work));
  await clearPictures();
  asked = [];
  answer = async () => undefined;
  const avatars: Handlers['avatars'] = ({ chatIDs }) => {
    asked.push(chatIDs);
    return answer();
  };
  answerRequests({ avatars } as unknown as Handlers);
  page = await import('@/lib/browser/pictures');
  ({ knownPictures: known } = await import('@/lib/browser/pictures'));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function keep(address: string): Promise<string> {
  const picture = `data:image/webp,${address}`;
  const kept = { address, at: 0, size: picture.length };
  const put = { address, picture };
  await changeAvatarIndex((avatarIndex) => ({
    avatarIndex: new Map(avatarIndex).set(address, kept),
    put,
  }));
  return picture;
}

/** An avatar is drawn. Returns how often it was drawn anew, and how to take it away. */
function draw(address: string) {
  const redraw = vi.fn<() => void>();
  const viewer: Viewer = {
    chatID: `!${address}`,
    address,
    shown: known.get(address),
    redraw,
  };
  return { redraw, leave: page.watchPicture(viewer) };
}

async function idle(): Promise<void> {
  for (const work of whenIdle.splice(0)) work();
  await quiet();
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await quiet();
}

describe('a picture that is kept', () => {
  it('is read when the page has nothing else to do, and not before', async () => {
    const picture = await keep(ADA);
    const { redraw } = draw(ADA);
    await pass(SECOND);
    expect(redraw).not.toHaveBeenCalled();
    expect(known.get(ADA)).toBeUndefined();
    await idle();
    expect(redraw).toHaveBeenCalledOnce();
    expect(known.get(ADA)).toBe(picture);
  });

  it('is read together with all of its frame', async () => {
    await Promise.all([keep(ADA), keep(BO)]);
    const drawn = [draw(ADA), draw(BO)];
    expect(whenIdle).toHaveLength(1);
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await idle();
    expect(begin).toHaveBeenCalledOnce();
    for (const { redraw } of drawn) expect(redraw).toHaveBeenCalledOnce();
  });

  it('is there at once when it is drawn again', async () => {
    const picture = await keep(ADA);
    draw(ADA).leave();
    draw(ADA);
    await idle();
    expect(known.get(ADA)).toBe(picture);
    expect(draw(ADA).redraw).not.toHaveBeenCalled();
  });

  it('read between drawing and watching is not missed', async () => {
    await keep(ADA);
    const late = vi.fn<() => void>();
    const viewer: Viewer = { chatID: '!ada', address: ADA, shown: undefined, redraw: late };
    draw(ADA);
    await idle();
    page.watchPicture(viewer);
    expect(late).toHaveBeenCalledOnce();
  });

  it('is not drawn by who has left', async () => {
    await keep(ADA);
    const { redraw, leave } = draw(ADA);
    leave();
    await idle();
    expect(redraw).not.toHaveBeenCalled();
  });

  it('that cannot be read leaves the initials', async () => {
    await keep(ADA);
    const failing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The disk is gone');
    });
    const { redraw } = draw(ADA);
    await idle();
    failing.mockRestore();
    expect(redraw).not.toHaveBeenCalled();
    await pass(SECOND);
    expect(asked).toStrictEqual([[`!${ADA}`]]);
  });
});

describe('the worker', () => {
  it('is told once of all that is drawn, kept or not', async () => {
    await keep(ADA);
    draw(ADA);
    draw(BO);
    await idle();
    expect(asked).toStrictEqual([]);
    await pass(SECOND);
    draw(ADA);
    draw(BO);
    await idle();
    await pass(SECOND);
    expect(asked).toStrictEqual([[`!${ADA}`, `!${BO}`]]);
  });

  it('is not told of what was only scrolled by', async () => {
    const { leave } = draw(ADA);
    await idle();
    await pass(100);
    leave();
    draw(BO);
    await idle();
    await pass(100);
    expect(asked).toStrictEqual([]);
    await pass(SECOND);
    expect(asked).toStrictEqual([[`!${BO}`]]);
  });

  it('is asked again for what it could not answer for', async () => {
    answer = () => Promise.reject(new CompanionError('storageFailed'));
    draw(ADA).leave();
    draw(ADA);
    await idle();
    await pass(SECOND);
    draw(ADA);
    await idle();
    await pass(SECOND);
    expect(asked).toHaveLength(2);
  });
});

describe('while the worker fetches', () => {
  it('pictures are drawn as they come', async () => {
    const { promise, resolve } = later();
    answer = () => promise;
    const [ada, bo] = [draw(ADA), draw(BO)];
    await idle();
    await pass(SECOND);
    expect(asked).toHaveLength(1);
    await keep(ADA);
    await pass(SECOND);
    expect(ada.redraw).toHaveBeenCalledOnce();
    expect(bo.redraw).not.toHaveBeenCalled();
    await keep(BO);
    resolve();
    await pass(0);
    expect(bo.redraw).toHaveBeenCalledOnce();
  });

  it('and is done, nothing is looked for any more', async () => {
    draw(ADA);
    await idle();
    await pass(SECOND);
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await pass(10 * SECOND);
    expect(begin).not.toHaveBeenCalled();
  });
});
