import type { Stage } from '../stage';
import { FAMILY, MAYA, PRIYA } from './cast';
import type { Step } from './step';

/** Half a minute of the alarm's own, and what a busy machine adds. */
const ALARM_MS = 45_000;

export const newsSteps: readonly Step[] = [
  { title: 'What is unread', take: unread },
  { title: 'A message arrives', take: arrives },
  { title: 'Somebody reads on the phone', take: readOnPhone },
  { title: 'A message arrives while the popup is closed', take: arrivesUnseen },
];

async function unread(stage: Stage): Promise<void> {
  await stage.rowSays(MAYA, 'WhatsApp, 2 unread');
  await stage.shoot('unread');
  await stage.popup.hover(FAMILY);
  await stage.shoot('row-hover', { keepMouse: true });
  const rows = await stage.popup.rows();
  await stage.tell(`The popup lists ${rows.length} unread chats, first "${rows[0]}"`);
}

async function arrives(stage: Stage): Promise<void> {
  const { beeper, popup } = stage;
  beeper.receive(stage.chat(MAYA).id, { text: 'See you at 8' });
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await stage.rowSays(MAYA, '3 unread');
  await stage.popupSays('See you at 8');
  const [first] = await popup.rows();
  if (!first?.startsWith(MAYA)) throw new Error(`the first row: expected ${MAYA}, seen "${first}"`);
  await stage.tell(`${MAYA} wrote: "See you at 8"`);
}

async function readOnPhone(stage: Stage): Promise<void> {
  stage.beeper.readElsewhere(stage.chat(FAMILY).id);
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await stage.rowIsGone(FAMILY);
  await stage.tell(`${FAMILY} was read on the phone and left the list`);
}

async function arrivesUnseen(stage: Stage): Promise<void> {
  await stage.closePopup();
  const before = Date.now();
  stage.beeper.receive(stage.chat(PRIYA).id, { text: 'Call me when you can' });
  stage.beeper.receive(stage.chat(PRIYA).id, { text: 'No hurry' });
  await stage.badgeIs(stage.trueBadge(), ALARM_MS);
  const seconds = Math.round((Date.now() - before) / 1000);
  await stage.tell(`${PRIYA} wrote twice; the alarm saw it ${seconds} s later, by itself`);
  await stage.openPopup();
}
