import { serve } from './server';

export interface Impostor {
  url: string;
  /** Everything it was asked, such as `GET /v1/info`. */
  asked: string[];
  /** What of that came with a token, or with anything else that opens something. */
  shown: string[];
}

/** Another program, with one answer to everything, that takes down what it is shown. */
export async function openImpostor(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Impostor> {
  const asked: string[] = [];
  const shown: string[] = [];
  const url = await serve((request, response) => {
    const name = `${request.method} ${request.url}`;
    asked.push(name);
    if (request.headers.authorization ?? request.headers.cookie) shown.push(name);
    const type = /^[[{]/.test(body) ? 'application/json' : 'text/html';
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  return { url, asked, shown };
}
