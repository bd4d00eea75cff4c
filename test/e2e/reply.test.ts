import { describe, expect, test } from 'vitest';

import type { LoggedRequest } from '../beeper/http/request';
import type { ChatRecord } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { exists, find, textOf } from './pages/by-role';
import type { PopupPage } from './pages/popup';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

function isSend({ route }: LoggedRequest): boolean {
  return route === 'POST /v1/chats/:chatID/messages';
}

function sent({ beeper }: Stage): unknown[] {
  return beeper
    .writes()
    .filter(isSend)
    .map(({ body }) => (body as { text: string }).text);
}

/** The same chat in all tests of a stage; what one has sent the next one finds read. */
function friendOf({ beeper }: Stage): ChatRecord {
  const known = [...beeper.chats.values()].find(({ title }) => title === 'Ada Lovelace');
  return known ?? beeper.addChat({ title: 'Ada Lovelace', type: 'single', unreadCount: 1 });
}

function boxOf({ title }: ChatRecord) {
  return { role: 'textbox', name: `Reply to ${title}` };
}

/** The row is gone to by the search, as a person does who knows whom to write to. */
async function openReply(popup: PopupPage, chat: ChatRecord): Promise<void> {
  await popup.search(chat.title);
  await eventually(async () => (await popup.row(chat.title)) !== undefined);
  await popup.press('ArrowDown');
  await popup.press('r');
  await find(popup.page, boxOf(chat));
  await eventually(() => popup.page.$eval('textarea', (box) => box === document.activeElement));
}

/** One Enter, once somebody is marked: without anybody it does nothing, and one more starts the chat. */
async function pick(popup: PopupPage, name: string): Promise<void> {
  const { page } = popup;
  await page.keyboard.type(name);
  await eventually(() => page.$eval('#new-chat-to', isMarked, name));
  await popup.press('Enter');
  await eventually(() =>
    page.$eval('#new-chat-to', (box) => (box as HTMLInputElement).value === ''),
  );
}

function isMarked(box: Element, typed: string): boolean {
  return (box as HTMLInputElement).value === typed && box.hasAttribute('aria-activedescendant');
}

function written(popup: PopupPage): Promise<string> {
  return popup.page.$eval('textarea', (box) => box.value);
}

async function says(popup: PopupPage, words: string): Promise<void> {
  await eventually(async () => (await popup.notice()).startsWith(words), {
    message: `The popup saying "${words}"`,
    timeoutMs: 15_000,
  });
}

describe.each(BROWSERS)('a reply in %s', (browser) => {
  const stage = useStage(browser, { chats: 40, seed: 8 });

  test('is sent with the keyboard, and what is lost on the way back is not sent twice', async () => {
    await connect(stage);
    const chat = friendOf(stage);
    await withPopup(stage, async (popup) => {
      // A connection that was used before is what browsers send again on by themselves.
      for (const text of ['On my way', 'Ten minutes']) {
        await openReply(popup, chat);
        await popup.page.keyboard.type(text);
        await popup.press('Enter');
        await says(popup, `Sent to ${chat.title}`);
        await popup.pressButton('Dismiss');
      }
      await stage.beeper.fault('reset-before-headers', { isApplied: true, when: isSend });
      await openReply(popup, chat);
      await popup.page.keyboard.type('Or twelve');
      await popup.press('Enter');
      await says(popup, `Sent to ${chat.title}`);
      expect(sent(stage)).toEqual(['On my way', 'Ten minutes', 'Or twelve']);
      expect(await exists(popup.page, boxOf(chat))).toBe(false);
    });
  });

  test('survives closing the popup, and is begun in Beeper too', async () => {
    const chat = friendOf(stage);
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await popup.page.keyboard.type('Well, maybe');
    });
    await eventually(() => stage.beeper.chat(chat.id).draft === '<p>Well, maybe</p>');
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await eventually(async () => (await written(popup)) === 'Well, maybe');
      stage.beeper.draftElsewhere(chat.id, 'Well, yes');
      await popup.press('Escape');
      await openReply(popup, chat);
      await eventually(async () => (await written(popup)) === 'Well, yes');
    });
  });

  test('that may not have arrived says so, keeps its text, and goes again only when pressed', async () => {
    const chat = friendOf(stage);
    stage.beeper.clearRequests();
    await stage.beeper.fault('reset-before-headers', { when: isSend });
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await popup.page.keyboard.type(', gladly');
      await popup.press('Enter');
      await eventually(() => popup.says('It is not known whether this arrived.'));
      expect(await written(popup)).toBe('Well, yes, gladly');
    });
    await stage.beeper.heal();
    await withPopup(stage, async (popup) => {
      await eventually(async () =>
        (await popup.row(chat.title))?.includes('reply not known to have arrived'),
      );
      await openReply(popup, chat);
      expect(sent(stage)).toEqual(['Well, yes, gladly']);
      await popup.pressButton('Send again');
      await says(popup, `Sent to ${chat.title}`);
      expect(sent(stage)).toHaveLength(2);
    });
    await eventually(() => stage.beeper.chat(chat.id).draft === null);
  });

  test('whose worker is stopped while it leaves is not sent twice', async () => {
    const chat = friendOf(stage);
    stage.beeper.clearRequests();
    await stage.beeper.fault('hanging', { isApplied: true, when: isSend });
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await popup.page.keyboard.type('See you');
      await popup.press('Enter');
      await eventually(() => sent(stage).length > 0);
      await stage.companion.stopWorker();
    });
    await stage.beeper.heal();
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      // It is in the chat: that is found out by looking.
      await eventually(async () => (await written(popup)) === '');
      expect(await textOf(popup.page, { role: 'alert' })).toBe('');
    });
    expect(sent(stage)).toEqual(['See you']);
  });

  test('and a new chat with two people, kept over a closing, are begun from the keyboard', async () => {
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await popup.rows()).length > 0);
      await popup.press('n');
      await find(popup.page, { role: 'dialog', name: 'New chat' });
      await popup.page.waitForSelector('option[value=local-whatsapp_ba_3fTq81LmZx]');
      await popup.page.select('#new-chat-account', 'local-whatsapp_ba_3fTq81LmZx');
      await popup.page.focus('#new-chat-to');
      for (const name of ['ma', 'so']) await pick(popup, name);
      await (await find(popup.page, { name: 'Group name (optional)' })).type('Picnic');
      await popup.reopen();
      await eventually(async () => (await popup.rows()).length > 0);
      await popup.press('n');
      const title = await find(popup.page, { name: 'Group name (optional)' });
      await eventually(() =>
        title.evaluate((field) => 'value' in field && field.value === 'Picnic'),
      );
      await title.press('Enter');
      await says(popup, 'Started a chat with Picnic');
      await popup.search('Picnic');
      await eventually(async () => (await popup.row('Picnic')) !== undefined);
    });
    const made = [...stage.beeper.chats.values()].find(({ title }) => title === 'Picnic');
    expect([made?.type, made?.participants.length]).toEqual(['group', 3]);
  });
});

describe.each(['v4.2.600', 'v4.1.300'] as const)('with a Beeper of age %s', (age) => {
  const stage = useStage('chromium', { age, chats: 40, seed: 8 });

  test('a reply arrives, its draft stays here, and a chat is begun', async () => {
    await connect(stage);
    const chat = friendOf(stage);
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await popup.page.keyboard.type('Old, but well');
    });
    await withPopup(stage, async (popup) => {
      await openReply(popup, chat);
      await eventually(async () => (await written(popup)) === 'Old, but well');
      expect(stage.beeper.writes()).toEqual([]);
      await popup.press('Enter');
      await says(popup, `Sent to ${chat.title}`);
      await popup.press('n');
      await popup.page.waitForSelector('option[value=signal]');
      await popup.page.select('#new-chat-account', 'signal');
      await popup.page.focus('#new-chat-to');
      await pick(popup, 'priya');
      await popup.pressButton('Start chat');
      await says(popup, 'Started a chat with Priya');
    });
    expect(stage.beeper.writes().map(({ path }) => path.split('/').at(-1))).toEqual([
      'messages',
      'chats',
    ]);
  });
});

describe('with a token that may only read', () => {
  const stage = useStage('chromium', { chats: 40, seed: 8 });

  test('neither is offered', async () => {
    await connect(stage, stage.beeper.readOnlyToken);
    await withPopup(stage, async (popup) => {
      await eventually(async () => !(await popup.hasButton('New chat')));
      await popup.press('r');
      await popup.press('n');
      await popup.press('?');
      await eventually(() => popup.says('Show these keys'));
      expect(await popup.says('New chat')).toBe(false);
      expect(await popup.page.$('textarea')).toBeNull();
    });
  });
});
