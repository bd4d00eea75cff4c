import { describe, expect, it } from 'vitest';

import { createBeeperApi } from '@/lib/beeper/client';
import { APP_VERSION } from '../../beeper/age';
import type { Beeper, BeeperOptions } from '../../beeper/server';
import { openBeeper } from '../../beeper/support';
import { NOON } from '../../helpers/clock';
import { REACH } from '../../helpers/reach';
import { serve } from '../../helpers/server';

async function open(options: BeeperOptions = {}) {
  const beeper = await openBeeper({ chats: 5, ...options });
  const versions: string[] = [];
  const onVersion = (version: string) => versions.push(version);
  const environment = { ...REACH, now: () => NOON, onVersion };
  return {
    beeper,
    versions,
    api: createBeeperApi({ baseUrl: beeper.url, token: beeper.token }, environment),
  };
}

function apiAt(baseUrl: string) {
  return createBeeperApi({ baseUrl, token: 'x' }, { ...REACH, now: () => NOON });
}

async function pictureOf(bytes: number): Promise<Uint8Array> {
  const url = await serve((_request, answer) => answer.end(Buffer.alloc(bytes)));
  return apiAt(url).picture('mxc://a/1');
}

function lastRequest({ requests }: Beeper) {
  return requests.at(-1);
}

describe('asking Beeper', () => {
  it('learns its version from any answer', async () => {
    const { api, versions } = await open({ age: 'v4.1.300' });
    await api.accounts();
    expect(versions).toStrictEqual([APP_VERSION['v4.1.300']]);
  });

  it.each([
    ['4.3.20', ['4.3.20']],
    [' 4.3.20 ', ['4.3.20']],
    ['<b>4</b>', []],
    ['x'.repeat(60), []],
  ])('takes %j for the versions %j', async (header, told) => {
    const versions: string[] = [];
    const url = await serve((_request, answer) => {
      answer.writeHead(200, { 'x-beeper-desktop-version': header }).end('[]');
    });
    const onVersion = (version: string) => versions.push(version);
    await createBeeperApi(
      { baseUrl: url, token: 'x' },
      { ...REACH, now: () => NOON, onVersion },
    ).accounts();
    expect(versions).toStrictEqual(told);
  });

  it('asks for as many unread chats as a page can hold, and for the next page', async () => {
    const { api, beeper } = await open();
    await api.searchChats({ inbox: 'primary', unreadOnly: true });
    expect(lastRequest(beeper)?.query).toStrictEqual({
      inbox: ['primary'],
      limit: ['200'],
      unreadOnly: ['true'],
    });
    await api.searchChats({ inbox: 'archive', cursor: 'WzEsImEiXQ' });
    expect(lastRequest(beeper)?.query).toMatchObject({
      cursor: ['WzEsImEiXQ'],
      direction: ['before'],
    });
  });

  it('searches titles, in every list', async () => {
    const { api, beeper } = await open();
    await api.searchChats({ query: 'ada l' });
    expect(lastRequest(beeper)?.query).toStrictEqual({
      limit: ['200'],
      query: ['ada l'],
      scope: ['titles'],
    });
  });

  it('finds chats whose ids hold what addresses may not', async () => {
    const { api, beeper } = await open();
    const { id } = beeper.addChat({ id: 'imsg##thread:+49/170?x=1%' });
    expect(await api.chat(id)).toMatchObject({ id });
    await api.remind(id, { remindAt: new Date(NOON).toISOString() });
    expect(beeper.chat(id).reminder?.remindAt).toBe(NOON);
  });

  it('fetches the file of a picture, wherever Beeper has it', async () => {
    const { api, beeper } = await open();
    for (const url of ['mxc://a/1?x=1&y#z', 'file:///home/robin/BeeperTexts/media/a%20b']) {
      const file = await api.picture(url);
      expect(Buffer.from(file).toString('latin1')).toContain('PNG');
      expect(lastRequest(beeper)).toMatchObject({
        query: { url: [url] },
        headers: { authorization: `Bearer ${beeper.token}` },
      });
    }
  });

  it.each([
    ['mxc://local.beeper.com/missing', 'chatGone'],
    ['file:///etc/passwd', 'readOnly'],
    ['https://avatars.example.com/a.png', 'refused'],
  ])('is told why there is no picture at %s', async (url, code) => {
    const { api } = await open();
    await expect(api.picture(url)).rejects.toThrow(code);
  });

  it('takes pictures of up to 4 MB', async () => {
    await expect(pictureOf(4 * 1024 * 1024)).resolves.toHaveLength(4 * 1024 * 1024);
    await expect(pictureOf(4 * 1024 * 1024 + 1)).rejects.toThrow('refused');
  });

  it('is not led elsewhere for a picture', async () => {
    const { api, beeper } = await open();
    await beeper.fault('redirect-302', { to: 'https://evil.example/' });
    await expect(api.picture('mxc://a/1')).rejects.toThrow('notBeeper');
  });

  it('does not repeat what failed', async () => {
    const { api, beeper } = await open();
    await beeper.fault('503');
    beeper.clearRequests();
    await expect(api.archive('!any', true)).rejects.toThrow('serverTrouble');
    await expect(api.newestChats()).rejects.toThrow('serverTrouble');
    expect(beeper.requests).toHaveLength(2);
  });

  it('brings Beeper to the front without a chat', async () => {
    const { api, beeper } = await open();
    await api.focus();
    expect(lastRequest(beeper)).toMatchObject({ path: '/v1/focus', body: {} });
  });

  it.each(['[]', 'null', '{}', '{"items":{}}', '42', '"items"', '', '<html>', '{"items":['])(
    'takes %j for no page of chats',
    async (body) => {
      const url = await serve((_request, answer) => {
        answer.writeHead(200, { 'content-type': 'application/json' }).end(body);
      });
      await expect(apiAt(url).newestChats()).rejects.toThrow('badAnswer');
    },
  );

  it.each([
    [{ hasMore: true, oldestCursor: 'x' }, 'x'],
    [{ hasMore: false, oldestCursor: 'x' }, undefined],
    [{ hasMore: true, oldestCursor: null }, undefined],
    [{ hasMore: 'yes', oldestCursor: 'x' }, undefined],
    [{}, undefined],
  ])('of a page with %j goes on at %j', async (rest, next) => {
    const url = await serve((_request, answer) => {
      answer.end(JSON.stringify({ items: [], ...rest }));
    });
    expect((await apiAt(url).newestChats()).next).toBe(next);
  });

  it('takes a list it cannot find for another program, a chat for gone', async () => {
    const url = await serve((_request, answer) => {
      answer
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"code":"NOT_FOUND","message":"Not found"}');
    });
    await expect(apiAt(url).newestChats()).rejects.toThrow('notBeeper');
    await expect(apiAt(url).chat('!ada')).rejects.toThrow('chatGone');
  });
});
