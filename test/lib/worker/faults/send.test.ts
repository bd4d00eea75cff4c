import { describe, expect, it } from 'vitest';

import type { ErrorCode } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import { draftOf } from '@/lib/model/messages/draft';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import type { ChatRecord } from '../../../beeper/world/records';
import type { Desk } from '../../../helpers/desk';
import {
  addBystanders,
  asking,
  BROKEN,
  ELSEWHERE,
  ENDLESS,
  expectAllWell,
  FAILING,
  NOBODY,
  outcomes,
  PAUSE,
  recover,
  UNREADABLE,
  USELESS,
  watchMatrix,
} from '../../../helpers/fault-matrix';
import { type Hits, type Mishap, MISHAPS, openWiredDesk } from '../../../helpers/fault-matrix-wire';

const TEXT = 'On my way';
const isSend = asking('POST', /\/messages$/);
const isLook = asking('GET', /\/messages$/);

/** `done`: it is in the chat, and nothing of it waits here. */
type EntryOutcome = `failed: ${ErrorCode}` | 'unsure' | 'done';

/** What Beeper says it has not done did not happen; of all else nobody knows. */
const SENT = outcomes<EntryOutcome>({
  unsure: [
    ...NOBODY,
    ...ENDLESS,
    ...ELSEWHERE,
    ...FAILING,
    ...BROKEN,
    ...UNREADABLE,
    ...USELESS,
    '408',
    '409',
    'empty-body',
  ],
  'failed: notSignedIn': ['signed-out'],
  'failed: rateLimited': PAUSE,
  'failed: refused': ['400', '403', '413', '422'],
  'failed: readOnly': ['401'],
  'failed: chatGone': ['404'],
  'failed: tooOld': ['405', '501'],
  done: ['slow'],
});

/** Who cannot be asked what is in the chat is not written to. */
const LOOKED = outcomes<EntryOutcome>({
  'failed: notRunning': NOBODY,
  'failed: notResponding': [...ENDLESS, '408'],
  'failed: notBeeper': ELSEWHERE,
  'failed: notSignedIn': ['signed-out'],
  'failed: rateLimited': PAUSE,
  'failed: serverTrouble': [...FAILING, '409'],
  'failed: badAnswer': [...BROKEN, ...UNREADABLE, ...USELESS, 'empty-body'],
  'failed: refused': ['400', '403', '413', '422'],
  'failed: readOnly': ['401'],
  'failed: chatGone': ['404'],
  'failed: tooOld': ['405', '501'],
  done: ['slow'],
});

/** The message arrives, and after these nobody has said so. */
const LOST = [
  ...ENDLESS,
  ...FAILING,
  ...BROKEN,
  ...UNREADABLE,
  ...USELESS,
  '408',
  'reset-before-headers',
  'empty-body',
] as const;

const CALLS = [
  { name: 'a message', hits: isSend, fates: SENT },
  { name: 'the look at the chat before it', hits: isLook, fates: LOOKED },
] as const;

const matrix = watchMatrix('a message', `${CALLS.length} calls, and ${LOST.length} lost answers`);

describe.each(CALLS)('$name', ({ hits, fates }) => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const outcome = fates.get(mishap);
    const reply = await play(hits, mishap, { isApplied: false, outcome });
    expect(reply.arrived()).toBe(outcome === 'done' ? 1 : 0);

    // Only a person sends it again.
    await reply.press('again');
    expect([reply.arrived(), await reply.kept()]).toStrictEqual([
      outcome === 'done' ? 2 : 1,
      'done',
    ]);
    matrix.ran();
  });
});

describe('a message that arrives', () => {
  it.each(LOST)('its answer met by %s', async (mishap) => {
    const reply = await play(isSend, mishap, { isApplied: true, outcome: 'done' });
    expect(reply.arrived()).toBe(1);
    matrix.ran();
  });
});

interface Expected {
  isApplied: boolean;
  outcome: EntryOutcome | undefined;
}

/** It is sent and comes to harm; then all is well again, time passes, and nobody presses anything. */
async function play(hits: Hits, mishap: Mishap, { isApplied, outcome }: Expected) {
  const { desk, wire } = await openWiredDesk({ chats: 0 });
  const chat = desk.beeper.addChat({ title: 'Ada', unreadCount: 2 });
  const bystanders = await addBystanders(desk);
  const reply = replyTo(desk, chat);
  await wire.breakAt(hits, mishap, isApplied);
  await reply.press('press');
  expect(wire.harmed).toBeGreaterThan(0);
  expect(await reply.kept()).toBe(outcome);
  const left = reply.left();
  expect(left).toBeLessThanOrEqual(1);

  desk.clock.advance(MINUTE);
  await desk.poll();
  await recover(desk, wire);
  await expectAllWell(desk, bystanders);
  expect([reply.left(), await reply.kept()]).toStrictEqual([left, outcome]);
  return reply;
}

function replyTo(desk: Desk, { id }: ChatRecord) {
  const ours = () => desk.beeper.messages(id).filter(({ html }) => html === TEXT);
  return {
    press: (press: string) =>
      desk.ask('sendReply', { id: press, chatID: id, text: TEXT, at: desk.clock.now(), from: '' }),
    /** How often it is in the chat. */
    arrived: () => ours().length,
    /** How often Beeper was asked to send it. */
    left: () => desk.beeper.writes().filter(isSend).length,
    /** What has become of it here; while it is not done its text is there. */
    kept: async (): Promise<string> => {
      const draft = draftOf(await loadItem(ITEMS.drafts), id);
      if (!draft) return 'done';
      expect([draft.text, draft.send?.text]).toStrictEqual([TEXT, TEXT]);
      const { state, error } = draft.send ?? {};
      return error ? `${state}: ${error}` : `${state}`;
    },
  };
}
