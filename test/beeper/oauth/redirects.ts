const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Schemes that a browser treats itself never lead back to another program. */
const BROWSER_SCHEMES = new Set(
  'https http javascript data file blob about view-source ws wss ftp chrome chrome-extension moz-extension safari-web-extension'
    .split(' ')
    .map((scheme) => `${scheme}:`),
);

/** Newer builds take a loopback address or a scheme of one's own, and nothing else. */
export function isAllowedRedirect(uri: string): boolean {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (!url || url.hash) return false;
  if (url.protocol === 'http:' || url.protocol === 'https:') return LOOPBACK.has(url.hostname);
  return !BROWSER_SCHEMES.has(url.protocol);
}
