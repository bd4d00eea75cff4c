import { describe, expect, test } from 'vitest';

import { DAY } from '@/lib/base/time';
import { eventually } from '../browsers/eventually';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

const INBOX = { isArchived: false, unreadCount: 0, isLowPriority: false };

/** Talk of the test's own, beside that of the seed. */
async function addTalk({ beeper }: Stage) {
  const zoe = beeper.addChat({ ...INBOX, title: 'Zoë Straßmüller', type: 'single' });
  const group = beeper.addChat({ ...INBOX, title: 'Rowing on Sundays', type: 'group' });
  const person = group.participants.find(({ isSelf }) => !isSelf);
  if (!person) throw new Error('The group has nobody in it.');
  person.fullName = 'Quentin Ångström';
  const { timestamp } = beeper.receive(zoe.id, { text: 'Did you ever see a quokka?' });
  // Of two messages of one millisecond either may be found first.
  await eventually(() => Date.now() > timestamp);
  const { id: messageID } = beeper.receive(group.id, { text: 'A quokka rows better than we do' });
  return { zoe, group, messageID };
}

function isOfSignal(row: string): boolean {
  return /, Signal(,|$)/.test(row);
}

function isOfLow(row: string): boolean {
  return row.includes(', low priority');
}

describe.each(BROWSERS)('finding in %s', (browser) => {
  const stage = useStage(browser, { chats: 40, seed: 8 });

  test('chats by accent-free names and by their people, then messages, by keys alone', async () => {
    const { zoe, group, messageID } = await addTalk(stage);
    await connect(stage);
    await withPopup(stage, async (popup) => {
      const finds = (title: string) =>
        eventually(async () => (await popup.rows())[0]?.startsWith(`${title},`));
      await popup.search('STRASSMUELLER zoe');
      await finds(zoe.title);
      await popup.search('angstrom quen');
      await finds(group.title);

      await popup.search('quokka');
      await eventually(() => popup.says('2 messages found'), { timeoutMs: 15_000 });
      expect(await popup.rows()).toEqual([]);
      const marked = await popup.page.$$eval('mark', (all) => all.map((one) => one.textContent));
      expect(marked).toEqual(['quokka', 'quokka']);
      stage.beeper.clearRequests();
      await popup.press('ArrowDown');
      await eventually(() => popup.page.evaluate(isMarked), { message: 'The focus on a message' });
      await popup.press('Enter');
      await eventually(async () => (await popup.notice()).includes(`Opened ${group.title}`));
      const focus = stage.beeper.requests.find(({ path }) => path === '/v1/focus');
      expect(focus?.body).toEqual({ chatID: group.id, messageID });

      await popup.press('ArrowUp');
      await stage.beeper.fault('503', { when: ({ path }) => path === '/v1/messages/search' });
      await popup.search('quokka row');
      await eventually(() => popup.says('could not be searched'));
      await stage.beeper.heal();
      await popup.pressButton('Try again');
      await eventually(() => popup.says('1 message found'), { timeoutMs: 15_000 });
    });
  });

  test('through filters, which are kept and still there when it opens again', async () => {
    await withPopup(stage, async (popup) => {
      await popup.goTo('Inbox');
      const all = await eventually(async () => {
        const rows = await popup.rows();
        return rows.length > 3 ? rows : undefined;
      });
      expect(all.every(isOfSignal)).toBe(false);
      await popup.press('f');
      await popup.pressButton('Signal');
      await popup.press('Escape');
      await eventually(async () => {
        const rows = await popup.rows();
        return rows.length > 0 && rows.every(isOfSignal);
      });
      await popup.pressButton('Save filter Signal');
      await eventually(() => popup.hasButton('Remove filter Signal'));

      await popup.reopen();
      await eventually(() => popup.hasButton('Signal'));
      expect(await popup.hasButton('Remove filter Signal')).toBe(false);
      await popup.goTo('Inbox');
      await popup.pressButton('Signal');
      await eventually(async () => (await popup.rows()).every(isOfSignal));
      await popup.pressButton('Remove filter Signal');
      await popup.pressButton('Save filter Signal');
      await popup.pressButton('Remove filter Signal');
      await popup.press('Escape');
      await eventually(async () => !(await popup.hasButton('Signal')));
      expect(await popup.rows()).toEqual(all);
    });
  });

  test('what matters less, which no tab shows without being asked', async () => {
    const { title } = stage.beeper.addChat({ ...INBOX, isLowPriority: true, title: 'Newsletters' });
    await withPopup(stage, async (popup) => {
      await popup.goTo('Inbox');
      await eventually(async () => (await popup.rows()).length > 3);
      expect((await popup.rows()).some(isOfLow)).toBe(false);
      await popup.press('f');
      await popup.pressButton('Low priority');
      await popup.press('Escape');
      await eventually(() => popup.row(title));
      expect((await popup.rows()).every(isOfLow)).toBe(true);
    });
  });
});

describe.each(BROWSERS)('who waits for an answer in %s', (browser) => {
  const stage = useStage(browser, { chats: 90, seed: 8 });

  test('the longest comes first, however long nothing has happened in the chat', async () => {
    const { beeper } = stage;
    const lastActivity = Date.now() - 900 * DAY;
    const chat = beeper.addChat({ ...INBOX, title: 'Grandma Rose', type: 'single', lastActivity });
    const last = beeper.messages(chat.id).at(-1);
    if (!last) throw new Error('Nobody has said anything.');
    const sender = chat.participants.find(({ isSelf }) => !isSelf)?.id ?? '';
    Object.assign(last, { senderID: sender, isSender: false, html: 'Will you come?' });
    await connect(stage);
    await withPopup(stage, async (popup) => {
      await popup.goTo('Inbox');
      await eventually(async () => (await popup.rows()).length > 40, { timeoutMs: 15_000 });
      await popup.press('f');
      await popup.pressButton('Waiting for me');
      await popup.press('Escape');
      const isFirst = async () => (await popup.rows())[0]?.startsWith(`${chat.title},`);
      await eventually(isFirst, { message: 'The one who waits longest', timeoutMs: 15_000 });
      await eventually(async () => !(await popup.says('Looking up')), { timeoutMs: 15_000 });
      expect(await isFirst()).toBe(true);
    });
  });
});

/** Whether the focus is on what shows the words looked for. */
function isMarked(): boolean {
  const focused = document.activeElement;
  return focused !== document.body && focused?.querySelector('mark') != null;
}
