import { authorize } from './authorize';
import { matchRoute } from './match';
import { Query } from './query';
import { ApiError, errorReply, invalid, type Reply } from './reply';
import type { LoggedRequest } from './request';
import type { App, Route } from './route';

/** From a request to its answer, without any socket in between. */
export async function dispatch(
  app: App,
  routes: readonly Route[],
  request: LoggedRequest,
): Promise<Reply> {
  try {
    return await answer(app, routes, request);
  } catch (error) {
    if (error instanceof ApiError) return errorReply(error);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return errorReply(new ApiError(500, 'INTERNAL_ERROR', message));
  }
}

function answer(
  app: App,
  routes: readonly Route[],
  request: LoggedRequest,
): Reply | Promise<Reply> {
  const { age } = app;
  const { route } = matchRoute(routes, { age, method: request.method, path: request.path });
  const grant = authorize(app, route, request);
  const body = checkedBody(app, route, request);
  return route.handle({ app, request, grant, body, query: new Query(request.query) });
}

function checkedBody(app: App, route: Route, request: LoggedRequest): unknown {
  if (!route.body) return request.body;
  const isOther = !(request.headers['content-type'] ?? '').startsWith('application/json');
  if (request.body !== undefined && isOther) throw invalid('The body has to be application/json');
  return route.body(app.age)(request.body ?? {}, []);
}
