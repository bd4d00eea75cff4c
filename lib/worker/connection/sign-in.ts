import { readAddress } from '@/lib/model/connection/address';
import { createOAuth } from '@/lib/beeper/oauth';
import { CompanionError } from '@/lib/base/errors';
import { redirectUriAt } from '@/lib/model/connection/sign-in';
import { accessOf } from '@/lib/model/connection/status';
import { closeTab, isTabAt, openTab, showTab } from '@/lib/browser/tabs';
import { SECOND } from '@/lib/base/time';
import { adopt } from './connect';
import { locate } from './discover';
import type { Deps } from '@/lib/worker/core/session';
import { verifyServer } from '@/lib/worker/core/verify';
import type { State } from '@/lib/worker/core/state';
import type { Store } from '@/lib/worker/core/store';

/**
 * Opens Beeper's page of consent in a tab. The page that asked watches the tab for the address
 * Beeper sends it to. A sign-in already under way is shown instead of begun again.
 *
 * @throws CompanionError what is wrong
 */
export async function beginSignIn(deps: Deps, { baseUrl }: { baseUrl: string }): Promise<void> {
  const { signIn } = await deps.store.read();
  const address = baseUrl ? readAddress(baseUrl) : await locate(deps);
  // Another tab may have its number by now, and the person another Beeper in mind.
  if (signIn && (await isTabAt(signIn.tabID, address))) return showTab(signIn.tabID);
  const redirectUri = redirectUriAt(deps.random());
  if (!(await deps.isAllowed(redirectUri))) throw new CompanionError('notAllowed');
  await verifyServer(address, deps);
  const { authorization, consentUrl } = await createOAuth(address, deps).begin(redirectUri);
  const tabID = await openTab(consentUrl);
  await deps.store.update((state) => ({
    ...state,
    authorization,
    signIn: { tabID, redirectUri },
  }));
}

/**
 * Turns the address the tab has come to into a connection. What the sign-in knew is used once,
 * whatever comes of it.
 *
 * @throws CompanionError what is wrong
 */
export async function finishSignIn(deps: Deps, { address }: { address: string }): Promise<void> {
  const before = await deps.store.read();
  const { authorization, signIn } = before;
  if (!authorization || !signIn) throw new CompanionError('signInFailed');
  await endSignIn(deps.store);
  await closeTab(signIn.tabID);
  const { baseUrl } = authorization;
  const access = await createOAuth(baseUrl, deps).finish(authorization, address);
  const { token, scopes, expiresIn } = access;
  await adopt(
    deps,
    { baseUrl, token, isOurs: true },
    {
      access: accessOf(scopes),
      ...(expiresIn !== undefined && { expiresAt: deps.now() + expiresIn * SECOND }),
    },
  );
  // The one it replaces opens nothing any more; where Beeper cannot be told, it ends by itself.
  await revokeToken(deps, before).catch(() => undefined);
}

export async function endSignIn(store: Store): Promise<void> {
  await store.update((state) => ({ ...state, authorization: null, signIn: null }));
}

/**
 * Has Beeper forget the token of a connection that is no more; if it is away, it stays there. One
 * that was pasted is the person's, who may use it elsewhere.
 */
export async function revokeToken(deps: Deps, { connection }: State): Promise<void> {
  if (!connection?.isOurs) return;
  await verifyServer(connection.baseUrl, deps);
  await createOAuth(connection.baseUrl, deps).revoke(connection.token);
}
