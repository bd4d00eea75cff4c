import { is } from '../check';
import type { Stage } from '../stage';
import { BO, DIEGO } from './cast';
import type { Step } from './step';

export const actSteps: readonly Step[] = [
  { title: 'Archiving from the popup', take: archives },
  { title: 'Undo', take: undoes },
  { title: 'Beeper refuses', take: refused },
];

async function archives(stage: Stage): Promise<void> {
  await stage.popup.pressButton(`Archive ${BO}`);
  await stage.noticeSays(`Archived ${BO}`);
  await stage.isArchived(BO, true);
  await stage.rowIsGone(BO);
  await stage.shoot('undo');
  await stage.badgeIs(stage.trueBadge());
  await stage.tell(`"Archived ${BO}", here and in Beeper`);
}

async function undoes(stage: Stage): Promise<void> {
  await stage.popup.pressButton('Undo');
  await stage.isArchived(BO, false);
  await stage.rowSays(BO, '1 unread');
  await stage.badgeIs(stage.trueBadge());
  await stage.tell(`${BO} is back, here and in Beeper`);
}

async function refused(stage: Stage): Promise<void> {
  const { beeper, popup } = stage;
  await beeper.fault('422', { when: ({ method }) => method !== 'GET', times: 1 });
  await popup.pressButton(`Archive ${DIEGO}`);
  await stage.noticeSays(`Could not archive ${DIEGO}`);
  await stage.rowSays(DIEGO, '1 unread');
  await stage.shoot('failed-row');
  await stage.tell(`"Could not archive ${DIEGO}": the row stays, with "Try again"`);
  await popup.pressButton('Try again');
  await stage.isArchived(DIEGO, true);
  await is({
    what: 'the row of what went well in the end',
    wanted: 'gone',
    seen: async () => (await popup.row(DIEGO)) ?? 'gone',
  });
  await stage.tell('The second try went through');
}
