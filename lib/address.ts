import { CompanionError } from './errors';

export const DEFAULT_ADDRESS = 'http://localhost:23373';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The origin a person meant. Only this machine: the connection is not encrypted. `[::1]` becomes
 * `localhost`, which reaches both families and which a content security policy can name.
 *
 * @throws CompanionError `badAddress`
 */
export function readAddress(typed: string): string {
  const text = typed.trim() || DEFAULT_ADDRESS;
  const url = parseUrl(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  const host = url?.hostname === '[::1]' ? 'localhost' : url?.hostname;
  const isPlain = url?.username === '' && url.password === '';
  if (!url || url.protocol !== 'http:' || !host || !LOOPBACK.has(host) || !isPlain) {
    throw new CompanionError('badAddress');
  }
  return `http://${host}${url.port ? `:${url.port}` : ''}`;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
