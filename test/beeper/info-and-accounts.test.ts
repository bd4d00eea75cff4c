import { describe, expect, it } from 'vitest';

import type { Beeper } from './server';
import { openBeeper, raw, sdk } from './support';

describe('info', () => {
  it('introduces the app without asking for a token', async () => {
    const beeper = await openBeeper();
    const info = (await (await raw(beeper, '/v1/info', { token: null })).json()) as object;
    expect(info).toMatchObject({
      app: { name: 'Beeper', version: '4.3.20' },
      server: { base_url: beeper.url, port: beeper.port },
      endpoints: { ws_events: `${beeper.url}/v1/ws` },
    });
  });

  it('introduces its siblings by name and bundle', async () => {
    const app = { appName: 'Beeper Nightly', bundleID: 'com.automattic.beeper.nightly' };
    const beeper = await openBeeper({ switches: app });
    const info = (await (await raw(beeper, '/v1/info', { token: null })).json()) as object;
    expect(info).toMatchObject({ app: { name: app.appName, bundle_id: app.bundleID } });
  });

  it('is understood by the official client', async () => {
    const beeper = await openBeeper();
    const { endpoints } = await sdk(beeper).info.retrieve();
    expect(endpoints.oauth.token_endpoint).toBe(`${beeper.url}/oauth/token`);
  });

  it('tells the outside address behind a proxy', async () => {
    const beeper = await openBeeper();
    const headers = { 'x-forwarded-host': 'beeper.example', 'x-forwarded-proto': 'https' };
    const info = (await (await raw(beeper, '/v1/info', { headers })).json()) as object;
    expect(info).toMatchObject({ server: { base_url: 'https://beeper.example' } });
  });

  it('answers on both loopback addresses', async () => {
    const { port } = await openBeeper();
    const hosts = ['127.0.0.1', '[::1]', 'localhost'];
    const statuses = hosts.map(
      async (host) => (await fetch(`http://${host}:${port}/v1/info`)).status,
    );
    await expect(Promise.all(statuses)).resolves.toStrictEqual([200, 200, 200]);
  });

  it('describes the paths of the running build', async () => {
    const beeper = await openBeeper();
    const spec = (await (await raw(beeper, '/v1/spec', { token: null })).json()) as {
      paths: Record<string, object>;
    };
    expect(Object.keys(spec.paths)).toContain('/v1/chats/{chatID}/read');
    expect(Object.keys(spec.paths)).not.toContain('/v1/ws');
  });
});

describe('accounts', () => {
  it('come as a bare list with bridge and network', async () => {
    const beeper = await openBeeper();
    const accounts = await sdk(beeper).accounts.list();
    expect(new Set(accounts.map(({ network }) => network)).size).toBe(10);
    expect(accounts[0]).toMatchObject({ bridge: { provider: 'local' }, user: { isSelf: true } });
  });

  it('leave out the network whose chats exist all the same', async () => {
    const beeper = await openBeeper();
    const accounts = await sdk(beeper).accounts.list();
    const chats = await sdk(beeper).chats.search({ accountIDs: ['imessage'] });
    expect(accounts.map(({ accountID }) => accountID)).not.toContain('imessage');
    expect(chats.items[0]?.id).toContain('imsg##');
  });
});

/** How far it says it is with signing in. */
async function setupOf(beeper: Beeper): Promise<[number, unknown]> {
  const response = await raw(beeper, '/v1/app/setup');
  return [response.status, await response.json()];
}

describe('setting up', () => {
  it('is told by no build of these by itself', async () => {
    const beeper = await openBeeper();
    expect(await setupOf(beeper)).toMatchObject([404, { message: 'Route not found' }]);
  });

  it.each([
    ['needs-login', 0],
    ['needs-first-sync', 0],
    ['ready', 10],
  ] as const)('%s comes with %d networks', async (setup, networks) => {
    const beeper = await openBeeper({ switches: { setup } });
    expect(await setupOf(beeper)).toStrictEqual([200, { state: setup }]);
    const accounts = await sdk(beeper).accounts.list();
    expect(new Set(accounts.map(({ network }) => network)).size).toBe(networks);
  });
});

describe('contacts', () => {
  it('are found by name', async () => {
    const beeper = await openBeeper();
    const found = await sdk(beeper).accounts.contacts.search('signal', { query: 'priya' });
    expect(found.items.map(({ fullName }) => fullName)).toContain('Priya Nair');
  });

  it('are listed page by page', async () => {
    const beeper = await openBeeper({ chats: 300 });
    const names: (string | undefined)[] = [];
    const pages = sdk(beeper).accounts.contacts.list('signal', { limit: 10 });
    for await (const contact of pages) names.push(contact.id);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['/v1/accounts/nowhere/contacts?query=a', 404],
    ['/v1/accounts/signal/contacts', 400],
    ['/v1/accounts/signal/contacts/list?limit=0', 400],
    ['/v1/accounts/signal/contacts/list?limit=201', 400],
  ])('refuse %s with %i', async (path, status) => {
    const beeper = await openBeeper();
    expect((await raw(beeper, path)).status).toBe(status);
  });
});
