import BeeperDesktop from '@beeper/desktop-api';
import { onTestFinished } from 'vitest';

import { startBeeper, type Beeper, type BeeperOptions } from './server';
import type { ChatRecord } from './world/records';

export const NOON = Date.parse('2026-05-20T12:00:00Z');

/** A stand-in for one test, at a fixed noon, gone when the test is over. */
export async function openBeeper(options: BeeperOptions = {}): Promise<Beeper> {
  const beeper = await startBeeper({ now: () => NOON, ...options });
  onTestFinished(() => beeper.stop());
  return beeper;
}

/** The official client, told not to try again. */
export function sdk(beeper: Beeper, token = beeper.token): BeeperDesktop {
  return new BeeperDesktop({ baseURL: beeper.url, accessToken: token, maxRetries: 0 });
}

export interface RawCall {
  method?: string;
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export function raw(beeper: Beeper, path: string, call: RawCall = {}): Promise<Response> {
  const { method = 'GET', token = beeper.token, body, headers, signal } = call;
  return fetch(`${beeper.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

export function chatPath(chat: ChatRecord, rest = ''): string {
  return `/v1/chats/${encodeURIComponent(chat.id)}${rest}`;
}

/** The first chat that fits; a test that finds none is about a state the seed does not have. */
export function findChat(beeper: Beeper, fits: (chat: ChatRecord) => boolean): ChatRecord {
  const found = [...beeper.chats.values()].find(fits);
  if (!found) throw new Error('The seed has no such chat');
  return found;
}
