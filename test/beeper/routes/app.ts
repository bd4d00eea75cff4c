import { APP_VERSION, isSince, type Age } from '../age';
import { invalid, json, notFound } from '../http/reply';
import { route, type App, type Call, type Route } from '../http/route';
import { anyString, filledString, object, optional } from '../http/schema';
import { escapeText } from '../seed/bodies';
import { markRead } from '../world/reading';
import { messageByID } from './lookup';

const focusBody = object({
  chatID: optional(filledString),
  messageID: optional(filledString),
  draftText: optional(anyString),
  draftAttachmentPath: optional(filledString),
});

interface FocusBody {
  chatID?: string;
  messageID?: string;
  draftText?: string;
}

/** What concerns the program itself: who it is, and bringing its window to the front. */
export const APP_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/info',
    since: '4.2.557',
    scope: 'none',
    handle: ({ app, request }) => json(info(app, publicURL(app, request.headers))),
  },
  {
    method: 'GET',
    path: '/v1/app/setup',
    scope: 'read',
    handle: ({ app: { switches } }) => {
      if (switches.setup === 'untold') throw notFound('Route');
      return json({ state: switches.setup });
    },
  },
  route<FocusBody>({
    method: 'POST',
    path: '/v1/focus',
    scope: 'read',
    body: () => focusBody,
    handle: (call) => {
      focus(call);
      return json({ success: true });
    },
  }),
];

/** A minimal description: which paths and verbs this build has. */
export function specRoute(routes: readonly Route[]): Route {
  return {
    method: 'GET',
    path: '/v1/spec',
    scope: 'none',
    handle: ({ app }) => json(spec(routes, app.age)),
  };
}

/** Behind a proxy the outside address is the one to tell. */
export function publicURL(app: App, headers: Call['request']['headers']): string {
  const host = headers['x-forwarded-host'];
  if (typeof host !== 'string') return app.baseURL();
  const protocol = headers['x-forwarded-proto'];
  return `${typeof protocol === 'string' ? protocol : 'http'}://${host}`;
}

function info(app: App, base: string): object {
  return {
    app: {
      name: app.switches.appName,
      version: APP_VERSION[app.age],
      bundle_id: app.switches.bundleID,
    },
    platform: { os: 'linux', arch: 'x64', release: '6.8.0' },
    server: {
      status: 'running',
      base_url: base,
      port: Number(new URL(app.baseURL()).port),
      hostname: 'localhost',
      remote_access: false,
      mcp_enabled: true,
    },
    endpoints: {
      oauth: {
        authorization_endpoint: `${base}/oauth/authorize`,
        token_endpoint: `${base}/oauth/token`,
        introspection_endpoint: `${base}/oauth/introspect`,
        userinfo_endpoint: `${base}/oauth/userinfo`,
        revocation_endpoint: `${base}/oauth/revoke`,
        registration_endpoint: `${base}/oauth/register`,
      },
      spec: `${base}/v1/spec`,
      mcp: `${base}/v0/mcp`,
      // With http in front, as the app reports it.
      ws_events: `${base}/v1/ws`,
    },
  };
}

function focus({ app, body }: Call<FocusBody>): void {
  const { chatID, messageID, draftText } = body;
  if (chatID === undefined) {
    if (draftText !== undefined) throw invalid('A draft needs a chatID', ['draftText']);
    return;
  }
  const chat = app.world.find(chatID);
  if (!chat) throw notFound('Chat');
  if (messageID !== undefined) messageByID({ app }, { chat, id: messageID });
  if (app.switches.focusReads) markRead(app.world, chat);
  if (draftText) app.world.change(chat, { draft: `<p>${escapeText(draftText)}</p>` });
}

function spec(routes: readonly Route[], age: Age): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, since } of routes) {
    if (!path.startsWith('/v1/') || !isSince(age, since ?? '0')) continue;
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: {} };
  }
  return { openapi: '3.1.0', info: { title: 'Beeper Desktop API', version: '5.0.0' }, paths };
}
