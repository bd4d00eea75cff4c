import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { type Discovery, NEIGHBOURS } from '@/lib/model/connection/discovery';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { openBeeper } from '../../../beeper/support';
import type { Switches } from '../../../beeper/switches';
import { type Desk, type DeskOptions, openDesk } from '../../../helpers/desk';
import { openImpostor } from '../../../helpers/impostor';
import { Ports } from '../../../helpers/ports';

const NIGHTLY = { bundleID: 'com.automattic.beeper.nightly' };
const SERVER = { bundleID: 'com.automattic.beeper.server' };
const PAGE = '<!doctype html><title>Router</title>';

/** A computer on which Beeper is nowhere yet. */
async function openPlace(options: DeskOptions = {}) {
  const ports = new Ports();
  const desk = await openDesk({ isConnected: false, chats: 3, fetch: ports.fetch, ...options });
  return { desk, ports };
}

/** The address of one more Beeper. */
async function another(switches: Partial<Switches> = {}): Promise<string> {
  return (await openBeeper({ chats: 0, switches })).url;
}

async function find(desk: Desk): Promise<Discovery> {
  await desk.ask('find', null);
  const found = await loadItem(ITEMS.found);
  if (!found) throw new Error('Nobody looked');
  return found;
}

/** Where a person without an address is sent to be asked for leave. */
async function signInAnywhere(desk: Desk): Promise<string> {
  await desk.ask('signIn', { baseUrl: '' });
  const tabs = await fakeBrowser.tabs.query({});
  return new URL(tabs.at(-1)?.url ?? '').origin;
}

describe('looking around', () => {
  it('finds nobody where nobody is', async () => {
    const { desk } = await openPlace();
    expect(await find(desk)).toStrictEqual({ beepers: [], strangers: [], isBlocked: false });
  });

  it('says when the browser did not let us look', async () => {
    const { desk } = await openPlace({ isAllowed: () => Promise.resolve(false) });
    expect(await find(desk)).toStrictEqual({ beepers: [], strangers: [], isBlocked: true });
  });

  it.each([23_373, 23_374, 23_377, 23_392])('finds Beeper at port %d', async (port) => {
    const { desk, ports } = await openPlace();
    ports.open(port, desk.beeper.url);
    const baseUrl = `http://localhost:${port}`;
    expect(await find(desk)).toMatchObject({
      beepers: [{ baseUrl, name: 'Beeper', version: '4.3.20' }],
      strangers: [],
    });
  });

  it.each([23_372, 23_393, 80, 8080])('does not look at port %d', async (port) => {
    const { desk, ports } = await openPlace();
    ports.open(port, desk.beeper.url);
    expect(await find(desk)).toMatchObject({ beepers: [], strangers: [] });
    expect(desk.beeper.requests).toHaveLength(0);
  });

  it('tells Beeper, Nightly and the server apart, the likeliest first', async () => {
    const { desk, ports } = await openPlace();
    ports
      .open(23_373, await another(SERVER))
      .open(23_374, await another(NIGHTLY))
      .open(23_380, desk.beeper.url);
    expect((await find(desk)).beepers.map(({ name, baseUrl }) => [name, baseUrl])).toStrictEqual([
      ['Beeper', 'http://localhost:23380'],
      ['Beeper Nightly', 'http://localhost:23374'],
      ['Beeper Server', 'http://localhost:23373'],
    ]);
  });

  it('names the place of Beeper where somebody else is', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_373, (await openImpostor(200, PAGE)).url).open(23_374, desk.beeper.url);
    const { beepers, strangers } = await find(desk);
    expect(beepers).toHaveLength(1);
    expect(strangers).toStrictEqual(['http://localhost:23373']);
  });

  it('is not held up by a port that takes the call and stays silent', async () => {
    const { desk, ports } = await openPlace();
    await desk.beeper.fault('hanging');
    ports.open(23_373, desk.beeper.url).open(23_377, await another());
    const { beepers, strangers } = await find(desk);
    expect(beepers.map(({ baseUrl }) => baseUrl)).toStrictEqual(['http://localhost:23377']);
    expect(strangers).toStrictEqual([]);
  });

  it('shows a token to nobody, also while one is kept', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_373, desk.beeper.url);
    const { token } = desk.beeper;
    await desk.ask('connect', { baseUrl: 'http://localhost:23373', token });
    const impostor = await openImpostor(200, '{}');
    ports.open(23_374, impostor.url);
    desk.beeper.clearRequests();
    await find(desk);
    expect(impostor.asked).not.toHaveLength(0);
    expect(impostor.shown).toStrictEqual([]);
    expect(desk.beeper.requests.filter(({ headers }) => headers.authorization)).toStrictEqual([]);
  });

  it('by two pages at once is done once', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_373, desk.beeper.url);
    await desk.happen(({ handlers }) => {
      void handlers.find(null);
      void handlers.find(null);
    });
    expect(desk.beeper.requests).toHaveLength(NEIGHBOURS.length / 20);
  });

  it('is forgotten with the rest by "Disconnect"', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_373, desk.beeper.url);
    await find(desk);
    await desk.ask('disconnect', null);
    expect(await loadItem(ITEMS.found)).toBeNull();
  });
});

describe('signing in without an address', () => {
  it('goes to the usual place when Beeper is there, and looks no further', async () => {
    const { desk, ports } = await openPlace();
    const other = await openBeeper({ chats: 0 });
    ports.open(23_373, desk.beeper.url).open(23_374, other.url);
    expect(await signInAnywhere(desk)).toBe('http://localhost:23373');
    expect(other.requests).toHaveLength(0);
  });

  it.each([
    ['nobody is at the usual place', undefined],
    ['somebody else is there', { status: 200, body: PAGE }],
    ['somebody in trouble is there', { status: 500, body: '{"error":1}' }],
  ])('goes where Beeper is when %s', async (_why, stranger) => {
    const { desk, ports } = await openPlace();
    ports.open(23_378, desk.beeper.url);
    if (stranger) ports.open(23_373, (await openImpostor(stranger.status, stranger.body)).url);
    expect(await signInAnywhere(desk)).toBe('http://localhost:23378');
    expect(desk.beeper.requests.some(({ path }) => path === '/oauth/register')).toBe(true);
  });

  it('prefers the app to its siblings, also where one of them has its usual place', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_373, await another(SERVER)).open(23_375, await another(NIGHTLY));
    ports.open(23_390, desk.beeper.url);
    expect(await signInAnywhere(desk)).toBe('http://localhost:23390');
  });

  it('takes what there is', async () => {
    const { desk, ports } = await openPlace();
    ports.open(23_374, await another(SERVER));
    expect(await signInAnywhere(desk)).toBe('http://localhost:23374');
  });

  it('says that Beeper is not running when it is nowhere', async () => {
    const { desk } = await openPlace();
    await expect(desk.ask('signIn', { baseUrl: '' })).rejects.toThrow('notRunning');
    expect(await loadItem(ITEMS.signIn)).toBeNull();
  });

  it.each([
    ['shows a page', 200, PAGE],
    ['knows nothing', 404, PAGE],
  ])('says that somebody else is there when he %s', async (_what, status, body) => {
    const { desk, ports } = await openPlace();
    const stranger = await openImpostor(status, body);
    ports.open(23_373, stranger.url);
    await expect(desk.ask('signIn', { baseUrl: '' })).rejects.toThrow('notBeeper');
    expect(stranger.asked.filter((asked) => !asked.startsWith('GET'))).toStrictEqual([]);
    expect(await loadItem(ITEMS.signIn)).toBeNull();
  });

  it('with an address goes there and nowhere else', async () => {
    const { desk, ports } = await openPlace();
    const usual = await openBeeper({ chats: 0 });
    ports.open(23_373, usual.url).open(23_377, desk.beeper.url);
    await desk.ask('signIn', { baseUrl: 'http://127.0.0.1:23377' });
    expect(desk.beeper.requests.map(({ path }) => path)).toContain('/oauth/register');
    expect(usual.requests).toHaveLength(0);
  });
});
