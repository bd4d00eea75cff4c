import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { CompanionError } from '@/lib/base/errors';
import { answerRequests, ask, type Handlers } from '@/lib/requests/bridge';
import { READERS } from '@/lib/requests/contract';
import { deliver, ownPage, resetBrowser } from '../../helpers/fake-browser';

const OPEN = { companion: 'openChat', payload: { chatID: '!ada' } };

/** A worker in which every request does the same, and what it was asked. */
function work(outcome: () => Promise<void> = () => Promise.resolve()) {
  const asked: unknown[] = [];
  const handle = (payload: unknown) => {
    asked.push(payload);
    return outcome();
  };
  const names = Object.keys(READERS);
  answerRequests(Object.fromEntries(names.map((name) => [name, handle])) as unknown as Handlers);
  return asked;
}

beforeEach(resetBrowser);

describe('a page of ours', () => {
  it('asks and is answered', async () => {
    const asked = work();
    await expect(ask('openChat', { chatID: '!ada' })).resolves.toBeUndefined();
    expect(asked).toStrictEqual([{ chatID: '!ada' }]);
  });

  it('is told by its code what went wrong', async () => {
    work(() => Promise.reject(new CompanionError('notRunning')));
    await expect(ask('refresh', null)).rejects.toMatchObject({ code: 'notRunning' });
  });

  it('is told of a bug without its words', async () => {
    work(() => Promise.reject(new TypeError('token s3cret of Ada')));
    const answer = await deliver(OPEN, ownPage());
    expect(answer).toStrictEqual({ ok: false, code: 'ownFault' });
  });

  it('is refused what makes no sense', async () => {
    const asked = work();
    const answer = await deliver({ companion: 'openChat', payload: { chatID: 7 } }, ownPage());
    expect([answer, asked]).toStrictEqual([{ ok: false, code: 'refused' }, []]);
  });

  it.each([{ companion: 'explode' }, { companion: 'toString' }, 'hello', null, 7, [], {}])(
    'gets no answer to %j',
    async (message) => {
      const asked = work();
      expect(await deliver(message, ownPage())).toBeUndefined();
      expect(asked).toStrictEqual([]);
    },
  );

  it('asks once more when the worker was stopped meanwhile', async () => {
    work();
    const { sendMessage } = fakeBrowser.runtime;
    const lost = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
      .mockImplementation(sendMessage);
    await expect(ask('refresh', null)).resolves.toBeUndefined();
    expect(lost).toHaveBeenCalledTimes(2);
  });

  it.each([undefined, null, 'fine', { ok: false, code: 'hunger' }, { ok: 'yes' }])(
    'takes the answer %j for silence',
    async (answer) => {
      vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(answer);
      await expect(ask('refresh', null)).rejects.toMatchObject({ code: 'workerSilent' });
    },
  );

  it('that knows no manifest, as where Chromium holds the socket, is answered', async () => {
    const { getManifest } = fakeBrowser.runtime;
    onTestFinished(() => void Object.assign(fakeBrowser.runtime, { getManifest }));
    work();
    const asked = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: true });
    Object.assign(fakeBrowser.runtime, { getManifest: undefined });
    await expect(ask('refresh', null)).resolves.toBeUndefined();
    expect(asked).toHaveBeenCalledWith({ companion: 'refresh', payload: null });
  });

  it('of another version is told that it was updated', async () => {
    const asked = work();
    const answer = await deliver({ ...OPEN, version: '0.9.0' }, ownPage());
    expect([answer, asked]).toStrictEqual([{ ok: false, code: 'updated' }, []]);
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(answer);
    await expect(ask('refresh', null)).rejects.toMatchObject({ code: 'updated' });
  });

  it('of another version is told so whatever it asks for', async () => {
    work();
    const answer = await deliver({ companion: 'yetToCome', version: '9.9.9' }, ownPage());
    expect(answer).toStrictEqual({ ok: false, code: 'updated' });
  });

  it('whose companion is gone from under it knows why nobody answers', async () => {
    const { id } = fakeBrowser.runtime;
    onTestFinished(() => void Object.assign(fakeBrowser.runtime, { id }));
    Object.assign(fakeBrowser.runtime, { id: undefined });
    await expect(ask('refresh', null)).rejects.toMatchObject({ code: 'updated' });
  });

  it('gives up on a worker that says nothing', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(new Promise(() => undefined));
    const outcome = ask('refresh', null).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toMatchObject({ code: 'workerSilent' });
  });
});

describe('everybody else', () => {
  it.each([
    ['a content script', { id: 'test-extension-id', url: 'https://example.com/' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['one that says it is ours', { id: 'other', url: 'chrome-extension://test-extension-id/' }],
    [
      'one with a name like ours',
      { id: 'test-extension-id', url: 'chrome-extension://test-extension-id.example/' },
    ],
    [
      'a content script in a frame',
      { id: 'test-extension-id', url: 'https://example.com/', frameId: 3 },
    ],
    [
      'a web page with our address in its own',
      {
        id: 'test-extension-id',
        url: 'https://example.com/#chrome-extension://test-extension-id/popup.html',
      },
    ],
    ['a frame without an address', { id: 'test-extension-id', url: 'about:srcdoc', frameId: 1 }],
    [
      'a document made on the spot',
      { id: 'test-extension-id', url: 'blob:chrome-extension://test-extension-id/1' },
    ],
    ['our address without our id', { url: 'chrome-extension://test-extension-id/popup.html' }],
    ['a page without address', { id: 'test-extension-id' }],
    ['nobody', {}],
  ])('gets no answer: %s', async (_who, sender) => {
    const asked = work();
    expect(await deliver(OPEN, sender)).toBeUndefined();
    expect(asked).toStrictEqual([]);
  });

  it.each(Object.keys(READERS))('cannot ask for "%s"', async (companion) => {
    const asked = work();
    const sender = { id: 'test-extension-id', url: 'https://example.com/' };
    expect(await deliver({ companion, payload: null }, sender)).toBeUndefined();
    expect(asked).toStrictEqual([]);
  });
});
