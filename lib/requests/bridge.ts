import { browser } from 'wxt/browser';

import { CompanionError, isErrorCode } from '@/lib/base/errors';
import { readObject, readString } from '@/lib/base/parse';
import { SECOND } from '@/lib/base/time';
import {
  type AnswerTo,
  isRequestName,
  READERS,
  type Reply,
  replyOfError,
  type RequestName,
  type Requests,
} from './contract';

export type Handlers = { [N in RequestName]: (payload: Requests[N]) => Promise<AnswerTo<N>> };

interface Envelope {
  companion: RequestName;
  payload: unknown;
  /** Of the companion whose page it is. */
  version?: string;
}

/** Long enough for a connection to be tried; a worker silent for longer is not going to answer. */
const PATIENCE = 30 * SECOND;

/** Pauses before asking again; a worker that was just stopped is being started in them, ms. */
const PAUSES = [0, 50, 200, 500, 1000];

/**
 * Asks the worker. A worker stopped while it had the message is asked again: every request may be
 * repeated without doing more (intents carry their id).
 *
 * @throws CompanionError what the worker answered, `updated` where the page has outlived its
 *   version, or `workerSilent`
 */
export async function ask<N extends RequestName>(
  name: N,
  payload: Requests[N],
): Promise<AnswerTo<N>> {
  if (instead) return (await instead(name, payload)) as AnswerTo<N>;
  const { runtime } = browser;
  // A page whose companion is gone has no id any more.
  if (!runtime?.id) throw new CompanionError('updated');
  const reply = readObject(await persist({ companion: name, payload, ...ownVersion() }));
  // From the worker of this very package, which the compiler has seen answer so.
  if (reply?.ok === true) return reply.answer as AnswerTo<N>;
  throw new CompanionError(isErrorCode(reply?.code) ? reply.code : 'workerSilent');
}

/** Chromium's offscreen document knows no manifest, and ends with its version anyway. */
function ownVersion(): Pick<Envelope, 'version'> {
  const { getManifest } = browser.runtime as Partial<typeof browser.runtime>;
  return getManifest ? { version: getManifest().version } : {};
}

type Instead = (name: RequestName, payload: unknown) => Promise<unknown>;

let instead: Instead | undefined;

/** From now on this page asks nobody else: it is a world of its own (components/welcome). */
export function answerInstead(answer: Instead): void {
  instead = answer;
}

async function persist(envelope: Envelope): Promise<unknown> {
  for (const pause of PAUSES) {
    // At once, the first time: a page that is being closed waits for nothing.
    if (pause > 0) await wait(pause);
    const answer = await send(envelope).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Rejects at once when the worker went away; silence is waited for no longer than a person would. */
function send(envelope: Envelope): Promise<unknown> {
  const isQuick = QUICK.has(envelope.companion);
  const silence = isQuick
    ? wait(QUICK_PATIENCE).then(() => undefined)
    : wait(PATIENCE).then(() => SILENT);
  return Promise.race([browser.runtime.sendMessage(envelope), silence]);
}

/** Only stored before they are answered: a worker stopped at the wrong moment may swallow one. */
const QUICK: ReadonlySet<RequestName> = new Set([
  'act',
  'retry',
  'dismiss',
  'saveDraft',
  'addToDraft',
  'sendReply',
]);
const QUICK_PATIENCE = 3 * SECOND;

/** No reply at all: the worker is there and does not answer, so asking again would not help. */
const SILENT = {};

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

interface Sender {
  id?: string;
  url?: string;
}

/** Answers requests from our own pages; everything else is left unanswered. */
export function answerRequests(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, answer) => {
    const reply = isOwnPage(sender) ? replyTo(handlers, message) : undefined;
    if (!reply) return undefined;
    void reply.then(answer);
    // Keeps the channel open until the answer; a returned promise does not cross every browser.
    return true;
  });
}

/** For what runs in the worker's own page, where messages do not arrive. */
export function askDirectly(handlers: Handlers): typeof ask {
  return (name, payload) => dispatch(handlers, name, payload);
}

function replyTo(handlers: Handlers, message: unknown): Promise<Reply> | undefined {
  if (isOfOther(message)) return Promise.resolve(replyOfError(new CompanionError('updated')));
  const request = readRequest(message);
  return request && handle(handlers, request);
}

/** From a page of another version; one that does not tell is as old as ours or older. */
function isOfOther(message: unknown): boolean {
  const raw = readObject(message);
  const version = raw?.companion === undefined ? undefined : readString(raw.version);
  return version !== undefined && version !== browser.runtime.getManifest().version;
}

function readRequest(message: unknown): Envelope | undefined {
  const raw = readObject(message);
  const name = raw?.companion;
  return isRequestName(name) ? { companion: name, payload: raw?.payload } : undefined;
}

async function handle(handlers: Handlers, { companion, payload }: Envelope): Promise<Reply> {
  try {
    const answer: unknown = await dispatch(handlers, companion, payload);
    return { ok: true, ...(answer !== undefined && { answer }) };
  } catch (error) {
    return replyOfError(error);
  }
}

async function dispatch<N extends RequestName>(
  handlers: Handlers,
  name: N,
  payload: unknown,
): Promise<AnswerTo<N>> {
  const read = READERS[name](payload);
  if (read === undefined) throw new CompanionError('refused');
  return handlers[name](read);
}

/** Content scripts and other extensions carry another URL or another id. */
function isOwnPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('')) ?? false);
}
