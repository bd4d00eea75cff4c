import { CompanionError } from '@/lib/base/errors';

export const DEFAULT_ADDRESS = 'http://localhost:23373';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * The origin a person meant. Without https only this computer: what is said is not encrypted.
 * `[::1]` becomes `localhost`, which reaches both families and which a content security policy can
 * name.
 *
 * @throws CompanionError `badAddress`
 */
export function readAddress(typed: string): string {
  const text = typed.trim() || DEFAULT_ADDRESS;
  const url = parseUrl(/^[a-z]+:\/\//i.test(text) ? text : withScheme(text));
  if (!url || url.username || url.password || !isSafe(url) || isBelow(url)) {
    throw new CompanionError('badAddress');
  }
  const host = hostOf(url);
  return `${url.protocol}//${host}${url.port ? `:${url.port}` : ''}`;
}

/** On this computer, where what is said cannot be overheard. */
export function isLoopback(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && LOOPBACK.has(hostOf(url));
}

/** What the browser is to be asked for, and about: match patterns know no ports. */
export function patternOf(address: string): string {
  const url = parseUrl(address);
  return url ? `${url.protocol}//${hostOf(url)}/*` : '';
}

/** Where Beeper at this address has its live socket, as an origin. */
export function socketOrigin(address: string): string {
  return address.replace(/^http/, 'ws');
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(hostOf(url)));
}

/** A place below a host elsewhere is more than an origin can say, and must not be cut off. */
function isBelow(url: URL): boolean {
  return !LOOPBACK.has(hostOf(url)) && url.pathname !== '/';
}

function hostOf({ hostname }: URL): string {
  return hostname === '[::1]' ? 'localhost' : hostname;
}

/** Whoever names another computer means the safe way to it. */
function withScheme(text: string): string {
  const isHere = parseUrl(`http://${text}`);
  return isHere && LOOPBACK.has(hostOf(isHere)) ? `http://${text}` : `https://${text}`;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
