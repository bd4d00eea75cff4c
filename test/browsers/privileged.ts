import type { Browser } from 'puppeteer-core';

type Json = string | number | boolean | null | undefined | string[] | { [name: string]: string };

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Tree {
  contexts: { context: string }[];
}

type Evaluation =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/**
 * Runs a function in Firefox's own window, with everything the browser itself can do. It needs
 * `--remote-allow-system-access` and arguments that survive JSON.
 * https://firefox-source-docs.mozilla.org/remote/Security.html
 */
export async function privileged<Args extends Json[], Result extends Json | void>(
  browser: Browser,
  fn: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const bidi = connection(browser);
  const tree = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
    .result as Tree;
  const { result } = await bidi.send('script.evaluate', {
    // `__name` is what tsx puts into functions it compiles.
    expression: `{ const __name = (fn) => fn; (${String(fn)})(...${JSON.stringify(args)}); }`,
    target: { context: tree.contexts[0]?.context },
    awaitPromise: true,
  });
  const evaluation = result as Evaluation;
  if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails.text);
  return evaluation.result.value as Result;
}

/** Puppeteer keeps its connection to itself, yet a session has only the one. */
function connection(browser: Browser): Bidi {
  return (browser as unknown as { connection: Bidi }).connection;
}
