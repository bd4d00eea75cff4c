import type { Route } from '../http/route';
import { ACCOUNT_ROUTES } from './accounts';
import { APP_ROUTES, specRoute } from './app';
import { ASSET_ROUTES } from './assets';
import { CHAT_ACTION_ROUTES } from './chat-actions';
import { CHAT_LIST_ROUTES } from './chat-lists';
import { CREATE_ROUTES } from './create';
import { MESSAGE_ROUTES } from './messages';
import { OAUTH_ROUTES } from './oauth';
import { REACTION_ROUTES } from './reactions';
import { REMINDER_ROUTES } from './reminders';
import { SEARCH_ROUTES } from './search';
import { SOCKET_ROUTE } from './socket';

const WITHOUT_SPEC: readonly Route[] = [
  ...APP_ROUTES,
  ...OAUTH_ROUTES,
  ...ACCOUNT_ROUTES,
  ...CHAT_LIST_ROUTES,
  ...CHAT_ACTION_ROUTES,
  ...REMINDER_ROUTES,
  ...CREATE_ROUTES,
  ...MESSAGE_ROUTES,
  ...REACTION_ROUTES,
  ...SEARCH_ROUTES,
  ...ASSET_ROUTES,
];

/** Fixed words in a path stand before the patterns that would swallow them. */
export const ROUTES: readonly Route[] = [...WITHOUT_SPEC, SOCKET_ROUTE, specRoute(WITHOUT_SPEC)];
