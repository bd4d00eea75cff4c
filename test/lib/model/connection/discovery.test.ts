import { describe, expect, it } from 'vitest';

import { isLoopback, readAddress } from '@/lib/model/connection/address';
import {
  type Discovery,
  type Kind,
  NEIGHBOURS,
  onePerPort,
  readDiscovery,
  type DiscoveredServer,
  serverOf,
  sortSightings,
} from '@/lib/model/connection/discovery';

const HERE = 'http://localhost:23373';

describe('the neighbours', () => {
  it('are Beeper’s twenty ports in both spellings of this computer, and nothing else', () => {
    const ports = NEIGHBOURS.map((address) => Number(new URL(address).port));
    expect([Math.min(...ports), Math.max(...ports)]).toStrictEqual([23_373, 23_392]);
    expect(new Set(NEIGHBOURS).size).toBe(40);
    expect(NEIGHBOURS.every((address) => isLoopback(address))).toBe(true);
    expect(NEIGHBOURS.map(readAddress)).toStrictEqual(NEIGHBOURS);
  });
});

describe('a Beeper that answered', () => {
  const DESKTOP = { name: 'Beeper', version: '4.3.20', bundle_id: 'com.automattic.beeper.desktop' };

  it.each<[string, object, string, Kind]>([
    ['the app', DESKTOP, 'Beeper', 'desktop'],
    ['without a bundle', { name: 'Beeper', version: '4.3.20' }, 'Beeper', 'desktop'],
    [
      'nightly by its bundle',
      { ...DESKTOP, bundle_id: 'com.automattic.beeper.nightly' },
      'Beeper Nightly',
      'nightly',
    ],
    ['nightly by its name', { ...DESKTOP, name: 'Beeper Nightly' }, 'Beeper Nightly', 'nightly'],
    [
      'nightly by its version',
      { ...DESKTOP, version: '4.4.0-nightly.7' },
      'Beeper Nightly',
      'nightly',
    ],
    [
      'without a window',
      { ...DESKTOP, bundle_id: 'com.automattic.beeper.server' },
      'Beeper Server',
      'server',
    ],
    ['named as a server', { ...DESKTOP, name: 'Beeper server' }, 'Beeper server', 'server'],
    ['nameless', { version: '4.3.20' }, 'Beeper', 'desktop'],
    ['with a blank name', { ...DESKTOP, name: '  ' }, 'Beeper', 'desktop'],
    ['with a name of another type', { ...DESKTOP, name: 7 }, 'Beeper', 'desktop'],
    ['that only sounds like one', { ...DESKTOP, name: 'Observer' }, 'Observer', 'desktop'],
  ])('%s is told apart', (_who, app, name, kind) => {
    expect(serverOf(HERE, { app }, undefined)).toMatchObject({ baseUrl: HERE, name, kind });
  });

  it.each([
    ['what it says itself', { app: { version: '4.3.20' } }, '4.2.0', '4.3.20'],
    ['its header, where it says nothing', undefined, '4.1.300', '4.1.300'],
    ['its header, where it talks nonsense', { app: { version: {} } }, '4.2.0', '4.2.0'],
  ])('has the version of %s', (_source, info, header, version) => {
    expect(serverOf(HERE, info, header).version).toBe(version);
  });

  it('may have no version at all', () => {
    expect(serverOf(HERE, undefined, undefined)).toStrictEqual({
      baseUrl: HERE,
      name: 'Beeper',
      kind: 'desktop',
    });
  });

  it('cannot fill the page with its name', () => {
    const long = 'x'.repeat(10_000);
    const { name, version } = serverOf(HERE, { app: { name: long, version: long } }, undefined);
    expect([name.length, version?.length]).toStrictEqual([40, 40]);
  });
});

function at(port: number, overrides: Partial<DiscoveredServer> = {}): DiscoveredServer {
  const baseUrl = `http://localhost:${port}`;
  return { baseUrl, name: 'Beeper', kind: 'desktop', version: '4.3.20', ...overrides };
}

function addresses(...all: DiscoveredServer[]): string[] {
  return sortSightings(all).map(({ baseUrl }) => baseUrl);
}

describe('those who answered', () => {
  it('stand once each, under the name that reaches both families', () => {
    const four = at(23_373, { baseUrl: 'http://127.0.0.1:23373' });
    expect(addresses(four, at(23_373))).toStrictEqual([HERE]);
    expect(addresses(at(23_373), four)).toStrictEqual([HERE]);
    expect(addresses(four)).toStrictEqual(['http://127.0.0.1:23373']);
  });

  it('stay two where two share a port, one in each family', () => {
    const other = at(23_373, { baseUrl: 'http://127.0.0.1:23373', version: '4.1.300' });
    expect(addresses(at(23_373), other)).toHaveLength(2);
  });

  it('begin with the app, then nightly, then the server, each from the lowest port', () => {
    const server = at(23_373, { kind: 'server' });
    const nightly = at(23_374, { kind: 'nightly' });
    const all = [server, nightly, at(23_390), at(23_380)];
    const wanted = [23_380, 23_390, 23_374, 23_373].map((port) => `http://localhost:${port}`);
    expect(addresses(...all)).toStrictEqual(wanted);
    expect(addresses(...all.toReversed())).toStrictEqual(wanted);
  });
});

describe('strangers', () => {
  it('are named once a port, by the name that was looked at first', () => {
    const all = NEIGHBOURS.slice(0, 4);
    expect(onePerPort(all)).toStrictEqual([HERE, 'http://localhost:23374']);
    expect(onePerPort(all.toReversed())).toStrictEqual([
      'http://127.0.0.1:23374',
      'http://127.0.0.1:23373',
    ]);
    expect(onePerPort([])).toStrictEqual([]);
  });
});

describe('what was found', () => {
  const FOUND: Discovery = {
    beepers: [
      { baseUrl: HERE, name: 'Beeper', kind: 'desktop', version: '4.3.20' },
      { baseUrl: 'http://localhost:23374', name: 'Beeper Server', kind: 'server' },
    ],
    strangers: ['http://localhost:23375'],
    isBlocked: true,
  };

  it('is read as it was stored', () => {
    expect(readDiscovery(JSON.parse(JSON.stringify(FOUND)))).toStrictEqual(FOUND);
  });

  it.each([null, 7, [], {}, { beepers: {} }, { strangers: [] }])('is nothing for %j', (value) => {
    expect(readDiscovery(value)).toBeUndefined();
  });

  it('loses what cannot be right and keeps the rest', () => {
    const [first] = FOUND.beepers;
    const odd = [
      null,
      'x',
      { ...first, kind: 'phone' },
      { ...first, name: '' },
      { kind: 'server' },
    ];
    const read = readDiscovery({ ...FOUND, beepers: [...odd, first], strangers: [7, '', HERE] });
    expect(read).toStrictEqual({ ...FOUND, beepers: [first], strangers: [HERE] });
    expect(readDiscovery({ beepers: [], isBlocked: 'x' })).toStrictEqual({
      beepers: [],
      strangers: [],
      isBlocked: false,
    });
  });
});
