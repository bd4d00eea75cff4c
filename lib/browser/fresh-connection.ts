import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';

/** Apart from the rule of the live socket (lib/browser/socket-header.ts). */
const RULE = 2;

/**
 * Has every message, and every new chat, leave on a connection of its own. Where one that was used
 * before breaks without an answer, browsers send what was on it again by themselves, messages too:
 * Chromium as often as it has connections left (`ShouldResendRequest` in
 * net/http/http_network_transaction.cc), and nobody is told. Browsers keep connections with and
 * without cookies apart, so a message goes "with", all else "without" (lib/beeper/client.ts); this
 * closes its connection afterwards, and takes the cookies.
 */
export function freshConnections(): void {
  setRule().catch((error: unknown) => warn('messages share connections', error));
}

async function setRule(): Promise<void> {
  const { declarativeNetRequest } = browser as unknown as { declarativeNetRequest: Rules };
  const rule = {
    id: RULE,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [
        { header: 'Connection', operation: 'set', value: 'close' },
        { header: 'Cookie', operation: 'remove' },
      ],
      responseHeaders: [{ header: 'Set-Cookie', operation: 'remove' }],
    },
    condition: {
      regexFilter: '^https?://[^/]+/v1/chats(/start|/[^/]+/messages)?$',
      requestMethods: ['post'],
      resourceTypes: ['xmlhttprequest'],
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      tabIds: [NO_TAB],
    },
  };
  await declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE], addRules: [rule] });
}

const NO_TAB = -1;

interface Rules {
  updateSessionRules(change: { removeRuleIds: number[]; addRules: object[] }): Promise<void>;
}
