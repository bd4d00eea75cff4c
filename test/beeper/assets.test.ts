import { describe, expect, it } from 'vitest';

import { openBeeper, raw, sdk } from './support';

const AVATAR = 'mxc://local.beeper.com/avatar1';
const path = (url: string): string => `/v1/assets/serve?url=${encodeURIComponent(url)}`;

describe('serving assets', () => {
  it('gives a picture through the official client', async () => {
    const beeper = await openBeeper();
    const response = await sdk(beeper).assets.serve({ url: AVATAR });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('gives every address its own picture, always the same', async () => {
    const beeper = await openBeeper();
    const picture = async (url: string) => (await raw(beeper, path(url))).text();
    const [one, again, other] = await Promise.all(
      ['mxc://a/1', 'mxc://a/1', 'mxc://a/2'].map(picture),
    );
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('serves every avatar of the seed that is not on the web', async () => {
    const beeper = await openBeeper();
    const people = [...beeper.chats.values()].flatMap(({ participants }) => participants);
    const urls = people.flatMap(({ imgURL }) =>
      imgURL && !imgURL.startsWith('https') ? imgURL : [],
    );
    const statuses = await Promise.all(
      urls.slice(0, 40).map(async (url) => (await raw(beeper, path(url))).status),
    );
    expect(new Set(statuses)).toStrictEqual(new Set([200]));
  });

  it.each([
    ['bytes=0-9', 206, 10],
    ['bytes=10-', 206, -10],
    ['bytes=-5', 206, 5],
    ['bytes=99999-', 416, 0],
  ])('answers range %s with %i', async (range, status, length) => {
    const beeper = await openBeeper();
    const whole = await (await raw(beeper, path(AVATAR))).arrayBuffer();
    const response = await raw(beeper, path(AVATAR), { headers: { range } });
    const part = await response.arrayBuffer();
    expect(response.status).toBe(status);
    expect(part.byteLength).toBe(length < 0 ? whole.byteLength + length : length);
  });

  it('says when nothing changed', async () => {
    const beeper = await openBeeper();
    const etag = (await raw(beeper, path(AVATAR))).headers.get('etag') ?? '';
    const again = await raw(beeper, path(AVATAR), { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('hides the type behind a switch', async () => {
    const beeper = await openBeeper({ switches: { assetType: 'octet-stream' } });
    const response = await raw(beeper, path(AVATAR));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it.each([
    ['file:///etc/passwd', 403],
    ['file:///home/robin/BeeperTexts/media/../../secret', 403],
    ['https://avatars.example.com/a.png', 400],
    ['mxc://local.beeper.com/missing', 404],
    ['', 400],
  ])('refuses %s with %i', async (url, status) => {
    const beeper = await openBeeper();
    expect((await raw(beeper, path(url))).status).toBe(status);
  });
});

describe('other assets', () => {
  it('tell a failed download inside a success', async () => {
    const beeper = await openBeeper();
    const { assets } = sdk(beeper);
    expect(await assets.download({ url: AVATAR })).toHaveProperty('srcURL');
    expect(await assets.download({ url: 'file:///home/robin/x' })).toHaveProperty('error');
  });

  it('are uploaded as text, too', async () => {
    const beeper = await openBeeper();
    const content = Buffer.from('hello').toString('base64');
    const stored = await sdk(beeper).assets.uploadBase64({ content, fileName: 'hello.txt' });
    expect(stored).toMatchObject({ fileName: 'hello.txt', fileSize: 5 });
  });
});
