import type { Age } from '../age';
import type { OAuth } from '../oauth/oauth';
import type { Grant, Tokens } from '../oauth/tokens';
import type { Switches } from '../switches';
import type { World } from '../world/world';
import type { Query } from './query';
import type { Reply } from './reply';
import type { LoggedRequest } from './request';
import type { Check } from './schema';

/** All that handlers share. */
export interface App {
  age: Age;
  world: World;
  tokens: Tokens;
  oauth: OAuth;
  switches: Switches;
  baseURL: () => string;
  settleLater: (settle: () => void) => void;
}

export interface Call<Body = unknown> {
  app: App;
  request: LoggedRequest;
  query: Query;
  body: Body;
  grant: Grant | null;
}

export interface Route<Body = unknown> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Colon names stand for one path segment: `/v1/chats/:chatID`. */
  path: string;
  /** The app version that brought it; absent means it was always there. */
  since?: string;
  scope: 'read' | 'write' | 'none';
  body?: (age: Age) => Check<Body>;
  handle: (call: Call<Body>) => Reply | Promise<Reply>;
}

/** Erases the body type once handler and check have been seen to agree on it. */
export function route<Body>(definition: Route<Body>): Route {
  return definition as unknown as Route;
}
