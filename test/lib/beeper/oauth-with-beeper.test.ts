import { describe, expect, it } from 'vitest';

import { createOAuth } from '@/lib/beeper/oauth';
import { AGES } from '../../beeper/age';
import { openBeeper, sdk } from '../../beeper/support';
import { decideAt } from '../../helpers/consent';
import { REACH } from '../../helpers/reach';

const REDIRECT = 'http://127.0.0.1:50000/callback';

/** A Beeper over real HTTP, and the companion's way to it. */
async function openOAuth(options: Parameters<typeof openBeeper>[0] = {}) {
  const beeper = await openBeeper(options);
  return { beeper, oauth: createOAuth(beeper.url, REACH) };
}

describe('a sign-in', () => {
  it.each(AGES)('leads to a token that works, with Beeper %s', async (age) => {
    const { beeper, oauth } = await openOAuth({ age });
    const { authorization, consentUrl } = await oauth.begin(REDIRECT);
    const access = await oauth.finish(authorization, await decideAt(consentUrl));
    expect(access).toMatchObject({ scopes: ['read', 'write'], expiresIn: 86_400 });
    await expect(sdk(beeper, access.token).accounts.list()).resolves.not.toHaveLength(0);
  });

  it('may lead to a token that does not expire', async () => {
    const { oauth } = await openOAuth({ switches: { tokenLifetimeSeconds: null } });
    const { authorization, consentUrl } = await oauth.begin(REDIRECT);
    const access = await oauth.finish(authorization, await decideAt(consentUrl));
    expect(access).not.toHaveProperty('expiresIn');
  });

  it('that is refused says so, and asks for no token', async () => {
    const { beeper, oauth } = await openOAuth();
    const { authorization, consentUrl } = await oauth.begin(REDIRECT);
    const finished = oauth.finish(authorization, await decideAt(consentUrl, 'deny'));
    await expect(finished).rejects.toMatchObject({ code: 'signInDenied' });
    expect(beeper.requests.some(({ path }) => path === '/oauth/token')).toBe(false);
  });

  it('is good for one token', async () => {
    const { oauth } = await openOAuth();
    const { authorization, consentUrl } = await oauth.begin(REDIRECT);
    const address = await decideAt(consentUrl);
    await oauth.finish(authorization, address);
    const again = oauth.finish(authorization, address);
    await expect(again).rejects.toMatchObject({ code: 'signInExpired' });
  });

  it('is worth nothing to who has the code without the verifier', async () => {
    const { oauth } = await openOAuth();
    const { authorization, consentUrl } = await oauth.begin(REDIRECT);
    const other = (await oauth.begin(REDIRECT)).authorization.verifier;
    const stolen = { ...authorization, verifier: other };
    const finished = oauth.finish(stolen, await decideAt(consentUrl));
    await expect(finished).rejects.toMatchObject({ code: 'signInExpired' });
  });

  it('that Beeper does not let begin is told', async () => {
    const { oauth } = await openOAuth();
    const begun = oauth.begin('https://id.chromiumapp.org/');
    await expect(begun).rejects.toMatchObject({ code: 'signInFailed' });
  });

  it('with nobody there is told', async () => {
    const { beeper, oauth } = await openOAuth();
    await beeper.fault('down');
    await expect(oauth.begin(REDIRECT)).rejects.toMatchObject({ code: 'notRunning' });
  });

  it('waits only so long for an answer', async () => {
    const { beeper } = await openOAuth();
    await beeper.fault('hanging');
    const oauth = createOAuth(beeper.url, { ...REACH, timeoutMs: 50 });
    await expect(oauth.begin(REDIRECT)).rejects.toMatchObject({ code: 'notResponding' });
  });
});

describe('a token', () => {
  it('is asked about, and forgotten when it is given back', async () => {
    const { beeper, oauth } = await openOAuth();
    const token = beeper.issueToken(['read']);
    expect(await oauth.scopes(token)).toStrictEqual(['read']);
    await oauth.revoke(token);
    expect(await oauth.scopes(token)).toBeUndefined();
    await expect(sdk(beeper, token).accounts.list()).rejects.toMatchObject({ status: 401 });
  });
});
