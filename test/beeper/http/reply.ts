export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Runs once the answer has gone out. */
  after?: () => void;
}

/** Thrown by handlers; becomes the documented error envelope. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
  }
}

export function json(body: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

export function html(body: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function empty(status: 200 | 204): Reply {
  return { status, headers: {}, body: '' };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function errorReply(error: ApiError): Reply {
  const { message, code, details } = error;
  return json({ message, code, ...(details !== undefined && { details }) }, error.status);
}

export function notFound(what: string): ApiError {
  return new ApiError(404, 'NOT_FOUND', `${what} not found`);
}

export function invalid(message: string, path: (string | number)[] = []): ApiError {
  const issues = [{ code: 'invalid_value', message, path }];
  return new ApiError(400, 'VALIDATION_ERROR', message, { issues });
}
