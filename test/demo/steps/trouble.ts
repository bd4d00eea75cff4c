import { eventually } from '../../browsers/eventually';
import { isUnread } from '../../beeper/world/records';
import { OptionsPage } from '../../e2e/pages/options';
import type { Stage } from '../stage';
import { PRIYA } from './cast';
import { optionsSay } from './connect';
import type { Step } from './step';

export const troubleSteps: readonly Step[] = [
  { title: 'Beeper is closed', take: offline },
  { title: 'Beeper comes back', take: back },
  { title: 'The token is withdrawn', take: rejected },
  { title: 'Everything is read', take: allRead },
];

async function offline(stage: Stage): Promise<void> {
  const { beeper, popup } = stage;
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await beeper.fault('down');
  await stage.lookUntilBadgeIs(`${stage.trueBadge()} grey`);
  await stage.tooltipSays('Beeper is not running');
  await stage.footSays('Beeper is not running');
  await stage.shoot('offline');
  await stage.tell('The number stays, grey; tooltip and foot say "Beeper is not running"');
  await popup.pressButton(`Archive ${PRIYA}`);
  await stage.noticeSays(`Archived ${PRIYA}`);
  await stage.noticeSays('Beeper is not running');
  await stage.shoot('offline-waiting');
  await stage.tell(`"${await stage.done()}"`);
}

async function back(stage: Stage): Promise<void> {
  await stage.beeper.heal();
  await stage.isArchived(PRIYA, true);
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await eventually(() => stage.popup.isFresh(), { message: 'The list being fresh again' });
  await stage.tell(`What waited was sent: ${PRIYA} is archived in Beeper`);
}

async function rejected(stage: Stage): Promise<void> {
  const { beeper, companion } = stage;
  beeper.revoke(beeper.token);
  await stage.lookUntilBadgeIs('badge !');
  await stage.tooltipSays('Beeper rejected the token');
  await stage.footSays('Beeper rejected the token');
  await stage.shoot('token-rejected');
  await stage.tell('Tooltip and foot say "Beeper rejected the token"');
  const options = await OptionsPage.open(companion);
  await optionsSay(options, 'Beeper rejected the token');
  await stage.shots.take(options.page, 'options', 'trouble');
  await options.connect({ token: beeper.issueToken(['read', 'write']) });
  await optionsSay(options, 'Connected');
  await options.close();
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await stage.tell('A new token, saved in the settings, and all is well');
}

async function allRead(stage: Stage): Promise<void> {
  const { beeper } = stage;
  for (const chat of beeper.chats.values()) if (isUnread(chat)) beeper.readElsewhere(chat.id);
  await stage.lookUntilBadgeIs('no badge');
  await stage.popupSays('Nothing unread. Nice.');
  await stage.tooltipSays('Nothing unread');
  await stage.shoot('nothing-unread');
  await stage.tell('"Nothing unread. Nice."');
}
