import { createStore, get, update } from 'idb-keyval';

import { once } from '@/lib/base/async';
import { readObject, readString } from '@/lib/base/parse';
import type { Form } from './local';

/** What is written in place of a secret: AES-GCM, https://www.w3.org/TR/webcrypto-2/#aes-gcm. */
interface Sealed {
  iv: string;
  sealed: string;
}

/**
 * For what only the worker may know. The key is kept by the browser, apart from what it opens, and
 * can be used but not read by scripts: the storage, its events and exports give nothing away. It
 * does not protect a copy of the whole profile (SECURITY.md).
 */
export const SEALED: Form = {
  // A browser that keeps no keys must do without: only our own pages can read the storage.
  wrap: (value) => seal(value).catch(() => value),
  unwrap: unseal,
};

async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(), plain);
  return { iv: textOf(iv), sealed: textOf(new Uint8Array(data)) };
}

/** `null` when it was sealed elsewhere; what was never sealed is returned as it is. */
async function unseal(found: unknown): Promise<unknown> {
  const iv = readString(readObject(found)?.iv);
  const sealed = readString(readObject(found)?.sealed);
  if (iv === undefined || sealed === undefined) return found;
  try {
    const algorithm = { name: 'AES-GCM', iv: bytesOf(iv) };
    const data = await crypto.subtle.decrypt(algorithm, await ownKey(), bytesOf(sealed));
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return null;
  }
}

const KEY = 'storage';

/** Made at first use. Two that make it at once end with the same one. */
async function ownKey(): Promise<CryptoKey> {
  const known = await get<CryptoKey>(KEY, database());
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  let kept = made;
  await update<CryptoKey>(KEY, (other) => (kept = other ?? made), database());
  return kept;
}

const database = once(() => createStore('companion-keys', 'keys'));

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
