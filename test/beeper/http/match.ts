import { isSince, type Age } from '../age';
import { ApiError, notFound } from './reply';
import type { Route } from './route';

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export interface RequestedAction {
  age: Age;
  method: string;
  path: string;
}

export function findRoute(routes: readonly Route[], wanted: RequestedAction): Match | undefined {
  return onPath(routes, wanted).find(({ route }) => route.method === wanted.method);
}

export function matchRoute(routes: readonly Route[], wanted: RequestedAction): Match {
  const match = findRoute(routes, wanted);
  if (match) return match;
  // Older builds were seen to tell a known path with an unknown verb apart.
  if (wanted.age !== 'current' && onPath(routes, wanted).length > 0) {
    throw new ApiError(405, 'METHOD_NOT_ALLOWED', `${wanted.method} is not supported here`);
  }
  throw notFound('Route');
}

function onPath(routes: readonly Route[], { age, path }: RequestedAction): Match[] {
  const given = path.split('/');
  return routes.flatMap((route) => {
    if (!isSince(age, route.since ?? '0')) return [];
    const params = paramsOf(partsOf(route), given);
    return params ? [{ route, params }] : [];
  });
}

const parts = new WeakMap<Route, readonly string[]>();

function partsOf(route: Route): readonly string[] {
  const split = parts.get(route) ?? route.path.split('/');
  parts.set(route, split);
  return split;
}

function paramsOf(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    if (part.startsWith(':') && text) params[part.slice(1)] = decode(text);
    else if (part !== text) return null;
  }
  return params;
}

/** A segment that is not properly encoded stays as it is and then names nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
