import { OptionsPage } from '../../e2e/pages/options';
import { is, says } from '../check';
import { likePopup } from '../shots';
import type { Stage } from '../stage';
import type { Step } from './step';

export const connectSteps: readonly Step[] = [
  { title: 'Not connected', take: notConnected },
  { title: 'Connecting, while Beeper is slow', take: connecting },
];

export const disconnectSteps: readonly Step[] = [{ title: 'Disconnected', take: disconnecting }];

async function notConnected(stage: Stage): Promise<void> {
  await stage.badgeIs('no badge');
  await stage.tooltipSays('not connected');
  await stage.openPopup();
  await is({
    what: 'the heading of the popup',
    wanted: 'true',
    seen: async () => String(await stage.popup.hasHeading('Connect to Beeper')),
  });
  await stage.shoot('not-connected');
  await stage.tell('The popup says "Connect to Beeper" and leads to the settings');
  const options = await OptionsPage.open(stage.companion);
  await optionsSay(options, 'Not connected');
  await stage.shots.take(options.page, 'options', 'not-connected');
  await options.close();
}

/** Beeper tells who it is and keeps its chats waiting: the only honest way to catch the loading. */
async function connecting(stage: Stage): Promise<void> {
  const { beeper, companion } = stage;
  await beeper.fault('hanging', { when: ({ path }) => path.startsWith('/v1/chats') });
  const options = await OptionsPage.open(companion);
  await options.connect({ address: beeper.url, token: beeper.token });
  await stage.popup.page.bringToFront();
  await stage.popupSays('Loading your chats');
  await stage.shoot('loading');
  await stage.tell('The address and the token are saved; the popup says "Loading your chats…"');
  await beeper.fault('down');
  await beeper.heal();
  await options.page.bringToFront();
  await optionsSay(options, 'Connected');
  await optionsSay(options, '4.3.20');
  await optionsSay(options, `${listedAccounts(stage)} accounts`);
  await stage.shots.take(options.page, 'options', 'connected');
  const status = await options.status();
  await options.close();
  await stage.lookUntilBadgeIs(stage.trueBadge());
  await stage.tell(`Beeper answers; the settings say "${status}"`);
}

async function disconnecting(stage: Stage): Promise<void> {
  const options = await OptionsPage.open(stage.companion);
  await options.disconnect();
  await optionsSay(options, 'Not connected');
  await stage.badgeIs('no badge');
  await stage.tooltipSays('not connected');
  await stage.popup.page.bringToFront();
  await stage.popup.reopen();
  await likePopup(stage.popup.page);
  await stage.popupSays('Connect to Beeper');
  await stage.tell('Address, token and chats are gone from the browser');
  await options.close();
}

export function optionsSay(options: OptionsPage, wanted: string): Promise<void> {
  return says({ what: 'the settings', wanted, seen: () => options.status() });
}

function listedAccounts({ beeper }: Stage): number {
  return beeper.world.accounts.filter(({ isListed }) => isListed).length;
}
