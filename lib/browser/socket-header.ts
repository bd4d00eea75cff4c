import { browser } from 'wxt/browser';

/** Apart from the rule of messages (lib/browser/fresh-connection.ts). */
const RULE = 1;

/**
 * Lets the handshake of our own live socket carry the token, which `new WebSocket()` cannot. Only
 * sockets of our own pages without a tab match: with no `initiatorDomains` any web page's socket to
 * that address would be given the token. Held in memory by the browser, and only for as long as a
 * handshake takes.
 */
export async function letHeaderThrough(url: string, token: string): Promise<void> {
  const authorization = { header: 'Authorization', operation: 'set', value: `Bearer ${token}` };
  const rule = {
    id: RULE,
    action: { type: 'modifyHeaders', requestHeaders: [authorization] },
    condition: {
      // Firefox matches sockets by their http address, so no scheme is named.
      urlFilter: `||${url.replace(/^wss?:\/\//, '')}|`,
      resourceTypes: ['websocket'],
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      tabIds: [NO_TAB],
    },
  };
  await rules().updateSessionRules({ removeRuleIds: [RULE], addRules: [rule] });
}

const NO_TAB = -1;

export async function withdrawHeader(): Promise<void> {
  await rules().updateSessionRules({ removeRuleIds: [RULE] });
}

interface Rules {
  updateSessionRules(change: { removeRuleIds: number[]; addRules?: object[] }): Promise<void>;
}

/** The polyfill does not type it, and passes it through. */
function rules(): Rules {
  return (browser as unknown as { declarativeNetRequest: Rules }).declarativeNetRequest;
}
