import { escapeText } from '../seed/bodies';
import type { Client } from './oauth';
import type { Scope } from './tokens';

const STYLE =
  'body{font:16px/1.5 system-ui;margin:15vh auto;max-width:24rem;padding:0 1rem}' +
  'button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}';

export function consentPage(
  client: Client,
  { consentID, scopes }: { consentID: string; scopes: readonly Scope[] },
): string {
  const name = attribute(client.name);
  const wish = scopes.includes('write')
    ? 'It wants to read your chats and to act in them.'
    : 'It wants to read your chats.';
  return page(
    `Connect ${name}`,
    `<h1>Connect <span id="app">${name}</span> to Beeper?</h1><p>${wish}</p>` +
      `<form method="post" action="/oauth/authorize">` +
      `<input type="hidden" name="consent" value="${attribute(consentID)}">` +
      `<button type="submit" name="decision" value="approve">Approve</button>` +
      `<button type="submit" name="decision" value="deny">Deny</button></form>`,
  );
}

export function problemPage(problem: string): string {
  return page('Cannot connect', `<h1>Cannot connect</h1><p>${attribute(problem)}</p>`);
}

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${STYLE}</style></head><body>${body}</body></html>`
  );
}

function attribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
