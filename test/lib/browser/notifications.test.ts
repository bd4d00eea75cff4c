import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE } from '@/lib/base/time';
import {
  isShowing,
  reminderText,
  showReminder,
  withdraw,
  withdrawAll,
} from '@/lib/browser/notifications';
import {
  failureID,
  messageID,
  readNotificationID,
  reminderID,
  remindersID,
} from '@/lib/model/notifications/ids';
import { aChat, aPreview, aReminder } from '../../helpers/builders';
import { NOON } from '../../helpers/clock';
import { resetBrowser, shownNotifications } from '../../helpers/fake-browser';

beforeEach(resetBrowser);

describe('the id of a notification', () => {
  it('says what it is about', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (chatID, at) => {
        const ids = [
          reminderID({ chatID, at }),
          messageID({ chatID, at }),
          remindersID(at),
          failureID(chatID),
        ];
        expect(ids.map(readNotificationID)).toStrictEqual([
          { kind: 'reminder', at, chatID },
          { kind: 'message', at, chatID },
          { kind: 'reminders', at },
          { kind: 'failure', actID: chatID },
        ]);
      }),
    );
  });

  it.each([
    '',
    'other',
    'reminder:',
    'reminder:x:!ada',
    'reminder:5:',
    'reminder:5',
    'reminders:5:!ada',
    'xreminder:5:!ada',
  ])('is not ours: %j', (id) => {
    expect(readNotificationID(id)).toBeUndefined();
  });
});

describe('what a reminder says', () => {
  const chat = aChat({ preview: aPreview() });

  it.each([
    ['Reminder\nHello', 0, chat],
    ['Reminder', 0, aChat()],
    ['Reminder', 0, undefined],
    ['Reminder\nHello', 2 * MINUTE, chat],
  ])('is %j', (text, lateBy, about) => {
    const at = NOON - lateBy;
    expect(reminderText(aReminder({ at }), about, NOON)).toBe(text);
  });

  it('tells when it was due when it is late', () => {
    const late = reminderText(aReminder({ at: NOON - HOUR }), chat, NOON);
    expect(late).toMatch(/^Reminder, was due \d+:00.*\nHello$/);
  });
});

describe('the notification', () => {
  it('has the title of the chat, or the one it had when it was set', async () => {
    await showReminder(aReminder(), aChat({ title: 'Ada Lovelace' }), NOON);
    await showReminder(aReminder({ chatID: '!bo', title: 'Bo' }), undefined, NOON);
    const titles = (await shownNotifications()).map(({ title }) => title);
    expect(titles).toStrictEqual(['Ada Lovelace', 'Bo']);
  });

  it('is shown once for one reminder', async () => {
    await showReminder(aReminder(), aChat(), NOON);
    await showReminder(aReminder(), aChat(), NOON);
    expect(await shownNotifications()).toHaveLength(1);
  });

  it('goes when it is withdrawn', async () => {
    const id = reminderID(aReminder());
    await showReminder(aReminder(), aChat(), NOON);
    expect(await isShowing(id)).toBe(true);
    await withdraw(id);
    expect(await isShowing(id)).toBe(false);
  });

  it('goes with all others of ours', async () => {
    await showReminder(aReminder(), aChat(), NOON);
    await fakeBrowser.notifications.create('other', {
      type: 'basic',
      iconUrl: 'x',
      title: 'Other',
      message: '',
    });
    await withdrawAll();
    expect((await shownNotifications()).map(({ id }) => id)).toStrictEqual(['other']);
  });
});
