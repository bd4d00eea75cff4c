/** Something a page or the worker said or did. */
export interface Saying {
  /** `popup.html`, `background.js`, … */
  where: string;
  what: What;
  /** JSON. */
  data: string;
}

export type What =
  | 'page'
  | 'token field'
  | 'message'
  | 'reply'
  | 'storage'
  | 'database'
  | 'console'
  | 'notification'
  | 'toolbar'
  | 'address'
  | 'clipboard';

type Calls = Record<string, (this: unknown, ...given: unknown[]) => unknown>;
type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;

/**
 * Runs before anything of ours in every page and every worker, and tells the test what goes by. It
 * is put there as text, so it stands alone: no imports, no constants of this file.
 */
export function record(sink: string, marker: string): void {
  const { fetch } = globalThis;
  const scope = globalThis as unknown as { browser?: unknown; chrome?: unknown };
  const api = (scope.browser ?? scope.chrome) as Record<string, Calls | undefined>;
  const storage = api['storage'] as unknown as Record<string, Calls>;
  const onMessage = api['runtime']?.['onMessage'] as unknown as Calls;

  function tell(what: What, data: unknown): void {
    const text = JSON.stringify(data, (_key, one: unknown) =>
      one instanceof Error ? `${one.name}: ${one.message} ${one.stack}` : one,
    );
    const body = JSON.stringify({ where: location.pathname.slice(1), what, data: text ?? 'null' });
    // What outlives its page has to be short.
    const keepalive = body.length < 16_384;
    void fetch(sink, { method: 'POST', body, keepalive }).catch(() => undefined);
  }

  function spy(what: What, holder: object | undefined, ...names: string[]): void {
    const calls = holder as Calls | undefined;
    for (const name of names) {
      const original = calls?.[name];
      if (!calls || !original) continue;
      calls[name] = function spied(...given) {
        tell(what, given);
        const outcome = original.apply(holder === IDBObjectStore.prototype ? this : holder, given);
        if (what === 'message') void Promise.resolve(outcome).then((reply) => tell('reply', reply));
        return outcome;
      };
    }
  }

  function listenIn(): void {
    const { addListener } = onMessage;
    onMessage['addListener'] = (listener) =>
      addListener?.call(onMessage, (message: unknown, sender: unknown, answer: Listener) => {
        tell('message', message);
        return (listener as Listener)(message, sender, (reply) => {
          tell('reply', reply);
          answer(reply, undefined, () => undefined);
        });
      });
  }

  /** Every state the document was in for longer than a blink. */
  function watchPage(): void {
    let isDue = false;
    const look = () => {
      isDue = false;
      const fields = [...document.querySelectorAll('input, textarea, select')];
      const valueOf = (type: boolean) =>
        (fields as HTMLInputElement[])
          .filter((field) => (field.type === 'password') === type)
          .map(({ value }) => value);
      const kept = [{ ...localStorage }, { ...sessionStorage }];
      tell('page', [document.documentElement.outerHTML, document.title, valueOf(false), kept]);
      tell('token field', valueOf(true));
    };
    const soon = () => {
      if (!isDue) setTimeout(look, 50);
      isDue = true;
    };
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(soon).observe(document, everything);
    addEventListener('input', soon);
    storage['onChanged']?.['addListener']?.((changes: unknown) => tell('storage', changes));
  }

  globalThis.fetch = (input, init) => {
    tell('address', input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  };
  spy('console', console, 'debug', 'info', 'log', 'warn', 'error', 'trace');
  spy('message', api['runtime'], 'sendMessage', 'connect');
  spy('notification', api['notifications'], 'create', 'update');
  spy('toolbar', api['action'], 'setTitle', 'setBadgeText');
  spy('address', api['tabs'], 'create', 'update');
  spy('database', IDBObjectStore.prototype, 'put', 'add');
  spy('clipboard', navigator.clipboard, 'writeText');
  for (const area of ['local', 'session', 'sync']) spy('storage', storage[area], 'set');
  addEventListener('error', ({ message, error }) => tell('console', [message, error]));
  addEventListener('unhandledrejection', ({ reason }) => tell('console', reason));
  listenIn();
  tell('address', location.href);
  console.debug(marker);
  if ('document' in globalThis) watchPage();
}
