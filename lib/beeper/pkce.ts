/** https://www.rfc-editor.org/rfc/rfc7636: proves that who brings the code is who asked for it. */
export interface ProofKey {
  verifier: string;
  /** SHA-256 of the verifier, base64url. */
  challenge: string;
}

export async function newProofKey(): Promise<ProofKey> {
  const verifier = randomToken(48);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(digest)) };
}

/** Random bytes as a string that fits into an address. */
export function randomToken(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
