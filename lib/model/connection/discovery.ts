import {
  type Json,
  readArray,
  readObject,
  readOneOf,
  readString,
  readText,
} from '@/lib/base/parse';
import { cut, toLine } from '@/lib/text/clip';

/** Which Beeper it is: the app, its nightly build, or the server without a window. */
export const KINDS = ['desktop', 'nightly', 'server'] as const;
export type Kind = (typeof KINDS)[number];

/** A Beeper that answered at an address. */
export interface DiscoveredServer {
  baseUrl: string;
  /** As it names itself, with what tells it from its siblings. */
  name: string;
  kind: Kind;
  version?: string;
}

/** What looking around this computer has brought. */
export interface Discovery {
  /** The likeliest first. */
  beepers: readonly DiscoveredServer[];
  /** Addresses of Beeper's where something else answers. */
  strangers: readonly string[];
  /** The browser let us reach none of them. */
  isBlocked: boolean;
}

/** Beeper's port and those it was seen to move to when that one is taken (docs/beeper-api.md). */
const PORTS = Array.from({ length: 20 }, (_, index) => 23_373 + index);

export const NEIGHBOURS: readonly string[] = PORTS.flatMap((port) => [
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
]);

const LONGEST_NAME = 40;

/** A Beeper as its info page describes it; older ones have none and are known by their version. */
export function serverOf(
  baseUrl: string,
  info: Json | undefined,
  version: string | undefined,
): DiscoveredServer {
  const app = readObject(info?.app);
  const told = shortLine(app?.version) ?? version;
  const ownName = shortLine(app?.name) ?? 'Beeper';
  const kind = kindOf(`${ownName} ${readString(app?.bundle_id) ?? ''} ${told ?? ''}`);
  return { baseUrl, name: nameOf(ownName, kind), kind, ...(told && { version: told }) };
}

function shortLine(value: unknown): string | undefined {
  return cut(toLine(readText(value) ?? ''), LONGEST_NAME) || undefined;
}

function kindOf(description: string): Kind {
  if (/\bserver\b/i.test(description)) return 'server';
  return /nightly/i.test(description) ? 'nightly' : 'desktop';
}

function nameOf(name: string, kind: Kind): string {
  if (kind === 'desktop' || name.toLowerCase().includes(kind)) return name;
  return `${name} ${kind === 'nightly' ? 'Nightly' : 'Server'}`;
}

/** Each Beeper once, under the name that reaches both families, the likeliest first. */
export function sortSightings(sightings: readonly DiscoveredServer[]): DiscoveredServer[] {
  const once = new Map<string, DiscoveredServer>();
  for (const discovered of sightings) {
    const { name, version, baseUrl } = discovered;
    const who = JSON.stringify([new URL(baseUrl).port, name, version]);
    if (!once.has(who) || baseUrl.includes('localhost')) once.set(who, discovered);
  }
  return [...once.values()].toSorted(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.baseUrl.localeCompare(b.baseUrl, 'en'),
  );
}

/** Both names of this computer lead to the same door. */
export function onePerPort(addresses: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const address of addresses) {
    const { port } = new URL(address);
    if (!first.has(port)) first.set(port, address);
  }
  return [...first.values()];
}

export function readDiscovery(value: unknown): Discovery | undefined {
  const raw = readObject(value);
  const beepers = readArray(raw?.beepers);
  if (!raw || !beepers) return undefined;
  return {
    beepers: beepers.flatMap((one) => readDiscoveredServer(one) ?? []),
    strangers: (readArray(raw.strangers) ?? []).flatMap((one) => readText(one) ?? []),
    isBlocked: raw.isBlocked === true,
  };
}

function readDiscoveredServer(value: unknown): DiscoveredServer | undefined {
  const raw = readObject(value);
  const baseUrl = readText(raw?.baseUrl);
  const name = readText(raw?.name);
  const kind = readOneOf(raw?.kind, KINDS);
  const version = readText(raw?.version);
  return baseUrl && name && kind ? { baseUrl, name, kind, ...(version && { version }) } : undefined;
}
