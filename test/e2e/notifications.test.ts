import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { click, find } from './pages/by-role';
import { OptionsPage } from './pages/options';
import { badgeIsRight, BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

async function turnOn({ page }: OptionsPage, name: string): Promise<void> {
  const box = await find(page, { role: 'checkbox', name });
  await box.click();
  await eventually(() => box.evaluate((one) => (one as HTMLInputElement).checked));
}

/** Somebody who wants to be told of direct messages, as the settings have it. */
async function askToBeTold({ companion }: Stage): Promise<void> {
  const options = await OptionsPage.open(companion);
  await turnOn(options, 'Direct messages');
  await click(options.page, { role: 'button', name: 'Send a test' });
  await eventually(async () =>
    (await companion.notifications()).some((id) => id.startsWith('test:')),
  );
  await options.close();
}

function addFriend({ beeper }: Stage, title: string) {
  return beeper.addChat({ title, type: 'single' });
}

/** The notification of a message in this chat, once it is there. */
function messageOf({ companion }: Stage, { id }: { id: string }): Promise<string> {
  const shown = async () =>
    (await companion.notifications()).find((one) => one.startsWith('message:') && one.endsWith(id));
  return eventually(shown, { message: 'The notification of a message', timeoutMs: 20_000 });
}

async function isGone({ companion }: Stage, notification: string): Promise<void> {
  await eventually(async () => !(await companion.notifications()).includes(notification), {
    message: 'The notification being withdrawn',
    timeoutMs: 20_000,
  });
}

describe.each(BROWSERS)('new messages in %s', (browser) => {
  const stage = useStage(browser, { chats: 20, seed: 5 });

  test('are told of, opened by a click, and withdrawn when read elsewhere', async () => {
    await connect(stage);
    await askToBeTold(stage);
    const chat = addFriend(stage, 'Grace');
    await withPopup(stage, async () => {
      await badgeIsRight(stage);
      stage.beeper.receive(chat.id, { text: 'Are you there?' });
      const first = await messageOf(stage, chat);
      stage.beeper.clearRequests();
      await stage.companion.clickNotification(first);
      await eventually(() => stage.beeper.requests.some(({ path }) => path === '/v1/focus'));
      await isGone(stage, first);
      stage.beeper.receive(chat.id, { text: 'And now?' });
      const second = await messageOf(stage, chat);
      stage.beeper.readElsewhere(chat.id);
      await isGone(stage, second);
    });
  });

  test('are not told of while it is quiet, which the popup begins and ends', async () => {
    const chat = addFriend(stage, 'Ada');
    await withPopup(stage, async (popup) => {
      await popup.pressButton('Menu');
      await click(popup.page, { role: 'menuitem', name: 'Pause notifications' });
      await popup.press('1');
      await eventually(async () => (await popup.foot()).includes('Quiet until'));
      stage.beeper.receive(chat.id, { text: 'Shh' });
      await badgeIsRight(stage);
      const end = await eventually(() => popup.page.$('button[aria-label^="End the pause"]'));
      await end.click();
      await eventually(async () => !(await popup.foot()).includes('Quiet until'));
      stage.beeper.receive(chat.id, { text: 'Hello' });
      await messageOf(stage, chat);
    });
    const told = await stage.companion.notifications();
    expect(told.filter((id) => id.endsWith(chat.id))).toHaveLength(1);
  });

  test('come from a group that was chosen, and from all of them once that is asked for', async () => {
    const chosen = stage.beeper.addChat({ title: 'Book club', type: 'group' });
    const other = stage.beeper.addChat({ title: 'Climbing', type: 'group' });
    await withPopup(stage, async () => {
      await badgeIsRight(stage);
      const options = await OptionsPage.open(stage.companion);
      const field = await find(options.page, { name: 'And always these chats' });
      await field.type('book');
      const add = await eventually(() => options.page.$('button.found-chat'));
      await add.click();
      await find(options.page, { role: 'button', name: 'Remove Book club' });
      stage.beeper.receive(other.id, { text: 'Who has the rope?' });
      stage.beeper.receive(chosen.id, { text: 'Tonight?' });
      await messageOf(stage, chosen);
      expect((await stage.companion.notifications()).some((id) => id.endsWith(other.id))).toBe(
        false,
      );
      await turnOn(options, 'All messages in groups');
      stage.beeper.receive(other.id, { text: 'Found it' });
      await messageOf(stage, other);
      await options.close();
    });
  });

  test('are told of as one where many come at once', async () => {
    const friends = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((title) => addFriend(stage, title));
    await withPopup(stage, async () => {
      await badgeIsRight(stage);
      for (const { id } of friends) stage.beeper.receive(id, { text: 'Hello' });
      const isGathered = async () =>
        (await stage.companion.notifications()).some((id) => id.startsWith('messages:'));
      await eventually(isGathered, { message: 'One for all', timeoutMs: 20_000 });
    });
  });
});

describe('the buttons of a new message in chromium', () => {
  const stage = useStage('chromium', { chats: 20, seed: 5 });

  test('archive it, and take it from the screen', async () => {
    await connect(stage);
    await askToBeTold(stage);
    const chat = addFriend(stage, 'Grace');
    await withPopup(stage, async () => {
      await badgeIsRight(stage);
      stage.beeper.receive(chat.id, { text: 'Are you there?' });
      const notification = await messageOf(stage, chat);
      await stage.companion.clickNotification(notification, 0);
      await eventually(() => stage.beeper.chat(chat.id).isArchived);
      await isGone(stage, notification);
    });
  });

  test('remind of it', async () => {
    const chat = addFriend(stage, 'Mary');
    await withPopup(stage, async () => {
      await badgeIsRight(stage);
      stage.beeper.receive(chat.id, { text: 'Later?' });
      const notification = await messageOf(stage, chat);
      await stage.companion.clickNotification(notification, 1);
      await eventually(() => stage.beeper.chat(chat.id).reminder);
      await isGone(stage, notification);
    });
  });
});
