import { createHash } from 'node:crypto';

import { pictureOf } from '../assets/png';
import { ApiError, invalid, json, notFound, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import { anyString, filledString, object, optional } from '../http/schema';

const MEDIA_FOLDER = '/BeeperTexts/media/';

interface Base64Body {
  content: string;
  fileName?: string;
  mimeType?: string;
}

export const ASSET_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/v1/assets/serve', since: '4.2.509', scope: 'read', handle: serve },
  route<{ url: string }>({
    method: 'POST',
    path: '/v1/assets/download',
    scope: 'read',
    body: () => object({ url: filledString }),
    handle: ({ body }) => json(download(body.url)),
  }),
  {
    method: 'POST',
    path: '/v1/assets/upload',
    since: '4.2.499',
    scope: 'write',
    handle: upload,
  },
  route<Base64Body>({
    method: 'POST',
    path: '/v1/assets/upload/base64',
    since: '4.2.499',
    scope: 'write',
    body: () =>
      object({
        content: filledString,
        fileName: optional(anyString),
        mimeType: optional(anyString),
      }),
    handle: ({ app, body: { content, ...names } }) =>
      json(keep(app, { ...names, fileSize: Buffer.from(content, 'base64').length })),
  }),
];

function serve({ app, query, request }: Call): Reply {
  const url = query.text('url');
  if (url === undefined) throw invalid('url is required', ['url']);
  refuseStranger(url);
  const bytes = pictureOf(url);
  const etag = `"${createHash('sha256').update(url).digest('hex').slice(0, 16)}"`;
  const type = app.switches.assetType === 'guessed' ? 'image/png' : 'application/octet-stream';
  const headers = { etag, 'content-type': type, 'accept-ranges': 'bytes' };
  if (request.headers['if-none-match'] === etag)
    return { status: 304, headers: { etag }, body: '' };
  const range = request.headers.range;
  return range ? partOf(bytes, { range, headers }) : { status: 200, headers, body: bytes };
}

/** Only addresses of the app's own storage lead anywhere. */
function refuseStranger(url: string): void {
  const isMatrix = url.startsWith('mxc://') || url.startsWith('localmxc://');
  if (!isMatrix && !url.startsWith('file://'))
    throw invalid('url has to be mxc, localmxc or file', ['url']);
  if (url.endsWith('/missing')) throw notFound('Asset');
  const isOutside = !isMatrix && (!url.includes(MEDIA_FOLDER) || url.includes('..'));
  if (isOutside) throw new ApiError(403, 'forbidden', 'This file is not an asset');
}

function partOf(
  bytes: Buffer,
  { range, headers }: { range: string; headers: Record<string, string> },
): Reply {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const isSuffix = first === '' && last !== '';
  const start = isSuffix ? Math.max(0, bytes.length - Number(last)) : Number(first || Number.NaN);
  const end = isSuffix || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  if (Number.isNaN(start) || start > end) {
    return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` }, body: '' };
  }
  const contentRange = { 'content-range': `bytes ${start}-${end}/${bytes.length}` };
  return {
    status: 206,
    headers: { ...headers, ...contentRange },
    body: bytes.subarray(start, end + 1),
  };
}

/** Failure is told inside a success, and the result is a place only the app can reach. */
function download(url: string): object {
  const isMatrix = /^(local)?mxc:\/\//.test(url);
  if (!isMatrix || url.endsWith('/missing')) return { error: 'The asset cannot be downloaded' };
  return { srcURL: `file:///home/robin/.config${MEDIA_FOLDER}${url.split('://')[1]}` };
}

async function upload({ app, request }: Call): Promise<Reply> {
  const type = request.headers['content-type'] ?? '';
  if (!Buffer.isBuffer(request.body)) throw invalid('The body has to be multipart/form-data');
  const form = await new Response(new Uint8Array(request.body), {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File)) throw invalid('file is required', ['file']);
  const fileName = textOf(form, 'fileName') ?? file.name;
  const mimeType = textOf(form, 'mimeType') ?? file.type;
  return json(keep(app, { fileName, mimeType, fileSize: file.size }));
}

function textOf(form: FormData | null | undefined, name: string): string | undefined {
  const value = form?.get(name);
  return typeof value === 'string' && value ? value : undefined;
}

function keep(
  { world }: Call['app'],
  stored: { fileName?: string; mimeType?: string; fileSize: number },
): object {
  const uploadID = `upload-${world.uploads.size + 1}`;
  world.uploads.set(uploadID, stored);
  return { uploadID, srcURL: `localmxc://local.beeper.com/${uploadID}`, ...stored };
}
