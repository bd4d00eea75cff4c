import { describe, expect, it } from 'vitest';

import { diagnose, type DiagnosedSnapshot } from '@/lib/model/diagnostics/diagnostics';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { aChat, anEntry, aPreview, aReminder, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const TOKEN = 'QmVlcGVyVG9rZW4wMTIzNDU2Nzg5';
const TITLE = 'Wolfgang & Ünal family';
const TEXT = 'Surgery on Thursday, tell nobody';
const SENDER = 'Philippa Marlowe';
const TUNNEL = 'dusky-otter.tunnel.example';
const ACCOUNT = '@philippa.marlowe:matrix.example';
const CHAT = '!QmZxWvKj:matrix.example';
const SECRETS = [TOKEN, TITLE, TEXT, SENDER, TUNNEL, ACCOUNT, CHAT];

/** Everywhere a snapshot has room for words, there are some that are nobody else's business. */
const TELLTALE: DiagnosedSnapshot = {
  settings: DEFAULT_SETTINGS,
  status: {
    isConnected: true,
    baseUrl: `https://${TUNNEL}:8443`,
    version: '4.3.20',
    accountCount: 3,
    trouble: 'tokenRejected',
    access: 'readOnly',
    failures: 2,
    connectedAt: NOON,
    syncedAt: NOON,
    expiresAt: NOON,
    pausedUntil: NOON,
  },
  outbox: {
    entries: [anEntry({ id: `act-${TITLE}`, chatID: CHAT, state: 'failed', error: 'refused' })],
    done: [TITLE, CHAT],
  },
  reminders: { [CHAT]: aReminder({ chatID: CHAT, title: TITLE }) },
  sync: { isOn: true, at: NOON },
  fullSync: { box: 'archive', cursor: TOKEN },
  filters: [{ networks: [TITLE], accounts: [{ id: ACCOUNT, name: SENDER }], isWaiting: true }],
  signIn: { tabID: 1, redirectUri: `http://127.0.0.1:50000/callback?code=${TOKEN}` },
  found: {
    beepers: [{ baseUrl: `https://${TUNNEL}`, name: SENDER, kind: 'desktop' }],
    strangers: [`http://${TUNNEL}`],
    isBlocked: false,
  },
  logEntries: [{ code: 'notRunning', during: 'poll', first: NOON, last: NOON, times: 4 }],
  chats: chatMap(
    aChat({
      id: CHAT,
      accountID: ACCOUNT,
      network: SENDER,
      title: TITLE,
      preview: aPreview({ text: TEXT, sender: SENDER }),
      reminder: { at: NOON, dismissOnIncoming: true },
    }),
  ),
};

function textOf(snapshot: DiagnosedSnapshot): string {
  return diagnose({
    companion: '0.1.0',
    browser: 'Mozilla/5.0 Firefox/153.0',
    now: NOON,
    snapshot,
    keptAside: ['reminders'],
  });
}

/** Every run of so many letters. */
function partsOf(secret: string, length = 5): string[] {
  const parts = Array.from(secret, (_, start) => secret.slice(start, start + length));
  return parts.filter((part) => part.length === length);
}

describe('the diagnostics', () => {
  it.each(SECRETS)('hold nothing of %j, nor any part of it', (secret) => {
    const text = textOf(TELLTALE).toLowerCase();
    expect(partsOf(secret.toLowerCase()).filter((part) => text.includes(part))).toStrictEqual([]);
  });

  it('hold states and counts, and when things were so', () => {
    const when = new Date(NOON).toISOString();
    expect(JSON.parse(textOf(TELLTALE))).toStrictEqual({
      at: when,
      companion: '0.1.0',
      browser: 'Mozilla/5.0 Firefox/153.0',
      beeper: { version: '4.3.20', address: 'elsewhere', accounts: 3 },
      connection: {
        isConnected: true,
        trouble: 'tokenRejected',
        failures: 2,
        access: 'readOnly',
        connectedAt: when,
        syncedAt: when,
        expiresAt: when,
        pausedUntil: when,
      },
      known: { chats: 1, reminders: 1 },
      fullSync: { box: 'archive' },
      outbox: [{ kind: 'archive', state: 'failed', attempts: 0, error: 'refused' }],
      logEntries: [{ code: 'notRunning', during: 'poll', times: 4, first: when, last: when }],
      keptAside: ['reminders'],
      settings: DEFAULT_SETTINGS,
    });
  });

  it.each([
    ['http://localhost:23377', 'http://localhost:23377'],
    ['http://127.0.0.1:23373', 'http://127.0.0.1:23373'],
    [`https://${TUNNEL}`, 'elsewhere'],
    ['https://192.168.1.4:8443', 'elsewhere'],
    ['https://localhost.example', 'elsewhere'],
    ['nonsense', 'elsewhere'],
  ])('say of the address %s no more than %s', (baseUrl, address) => {
    const text = textOf({ ...TELLTALE, status: { isConnected: true, baseUrl } });
    expect(JSON.parse(text)).toMatchObject({ beeper: { address } });
  });

  it('leave out what is not known', () => {
    const nothing = { isConnected: false };
    expect(JSON.parse(textOf({ ...TELLTALE, status: nothing, fullSync: {} }))).toMatchObject({
      beeper: { address: '' },
      connection: { isConnected: false },
      fullSync: {},
    });
  });
});
