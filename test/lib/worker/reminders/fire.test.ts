import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { addKnownChat, writesTo } from '../../../helpers/story';

const AT = NOON + 5 * HOUR;
const REMIND: Intent = { kind: 'remind', at: AT, dismissOnIncoming: false };
const SET = 'POST /v1/chats/:chatID/reminders';

/** The moment comes, and with it the alarm. */
async function comes(desk: Desk, at = AT): Promise<void> {
  desk.clock.set(at);
  await desk.happen(({ alarm }) => alarm('reminders'));
}

/** One that has just rung. */
async function ring() {
  const desk = await openDesk({ chats: 3 });
  const chat = await addKnownChat(desk);
  await desk.act(chat.id, REMIND);
  await comes(desk);
  const [id = ''] = allNotifications();
  return { desk, chat, id };
}

describe('the notification', () => {
  it('opens the chat in Beeper by a click, also for a worker just started', async () => {
    const { desk, chat, id } = await ring();
    await desk.restart();
    await desk.happen(({ notificationClicked }) => notificationClicked(id));
    const focus = desk.beeper.requests.find(({ path }) => path === '/v1/focus');
    expect(focus?.body).toStrictEqual({ chatID: chat.id });
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('stays when Beeper cannot show the chat', async () => {
    const { desk, id } = await ring();
    await desk.beeper.fault('down');
    await desk.happen(({ notificationClicked }) => notificationClicked(id));
    expect(await desk.notifications()).toHaveLength(1);
  });

  it('comes again in an hour when snoozed, once', async () => {
    const { desk, chat, id } = await ring();
    await desk.happen(({ notificationButton }) => notificationButton(id, 1));
    await desk.happen(({ notificationButton }) => notificationButton(id, 1));
    expect(await desk.notifications()).toStrictEqual([]);
    expect(chat.reminder?.remindAt).toBe(AT + HOUR);
    expect(writesTo(desk, chat)).toStrictEqual([SET, SET]);
    await comes(desk, AT + HOUR);
    expect(allNotifications()).toHaveLength(2);
  });

  it('says nothing to clicks on what is not ours', async () => {
    const { desk } = await ring();
    desk.beeper.clearRequests();
    await desk.happen(({ notificationClicked }) => notificationClicked('other'));
    await desk.happen(({ notificationButton }) => notificationButton('other', 0));
    expect(desk.beeper.requests).toHaveLength(0);
  });
});
