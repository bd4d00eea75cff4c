import { is, says } from '../check';
import type { Stage } from '../stage';
import { MAYA, PRIYA } from './cast';
import type { Step } from './step';

const SOON_MS = 8000;

export const reminderSteps: readonly Step[] = [
  { title: 'The reminder menu', take: menu },
  { title: 'A reminder rings', take: rings },
  { title: 'A click on the notification', take: clicked },
];

async function menu(stage: Stage): Promise<void> {
  const { popup } = stage;
  const offered = await popup.openMenu(PRIYA);
  await stage.shoot('remind-menu');
  await stage.tell(`It offers ${offered.map((item) => `"${item}"`).join(', ')}`);
  await popup.choose('Pick a time');
  await popup.waitFor({ name: 'Remind me at' });
  await stage.shoot('pick-a-time');
  await popup.press('Escape');
  await popup.openMenu(PRIYA);
  await popup.choose('Tomorrow');
  await stage.noticeSays(`Reminder for ${PRIYA} set`);
  await is({
    what: 'the reminder in Beeper',
    wanted: tomorrowAtNine().toISOString(),
    seen: () => remindAt(stage, PRIYA),
  });
  await popup.goTo('Reminders');
  await stage.rowSays(PRIYA, 'reminder');
  await stage.tell(`"${await stage.done()}", here and in Beeper`);
}

async function rings(stage: Stage): Promise<void> {
  const { beeper, companion } = stage;
  const chat = stage.chat(MAYA);
  const at = Date.now() + SOON_MS;
  beeper.setReminderElsewhere(chat.id, { remindAt: at, dismissOnIncomingMessage: false });
  await stage.popup.reopen();
  await stage.popup.goTo('Reminders');
  await stage.rowSays(MAYA, 'reminder');
  await stage.tell(`A reminder for ${MAYA} was set on the phone, ${SOON_MS / 1000} s ahead`);
  await says({
    what: 'the notifications',
    wanted: `reminder:${at}:${chat.id}`,
    seen: async () => (await companion.notifications()).join(' '),
    timeoutMs: 2 * SOON_MS,
  });
  const lateMs = Date.now() - at;
  beeper.ringReminder(chat.id);
  await stage.rowSays(MAYA, 'was due');
  await stage.shoot('reminder-due');
  await stage.tell(`It rang as a notification ${(lateMs / 1000).toFixed(1)} s after its moment`);
}

async function clicked(stage: Stage): Promise<void> {
  const { beeper, companion } = stage;
  const { id } = stage.chat(MAYA);
  const [notification = ''] = await companion.notifications();
  beeper.clearRequests();
  await companion.clickNotification(notification);
  await says({
    what: 'what Beeper was asked to show',
    wanted: id,
    seen: () => JSON.stringify(beeper.requests.filter(({ path }) => path === '/v1/focus')),
  });
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await stage.tell(`${MAYA} opens in Beeper and is read there`);
}

async function remindAt(stage: Stage, title: string): Promise<string> {
  const { reminder } = stage.chat(title);
  return reminder ? new Date(reminder.remindAt).toISOString() : 'none';
}

function tomorrowAtNine(): Date {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  date.setHours(9, 0, 0, 0);
  return date;
}
