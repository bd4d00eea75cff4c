import { is } from '../check';
import type { Stage } from '../stage';
import { BO, MAYA } from './cast';
import type { Step } from './step';

export const findSteps: readonly Step[] = [
  { title: 'Search', take: search },
  { title: 'The keys', take: keys },
];

async function search(stage: Stage): Promise<void> {
  const { popup } = stage;
  await popup.search('maya');
  await stage.rowSays(MAYA, 'WhatsApp');
  await stage.shoot('search');
  const found = await popup.rows();
  await stage.tell(`"maya" finds ${found.map((name) => `"${name}"`).join(' and ')}`);
  await popup.search('nobody at all');
  await stage.popupSays('No chat is called');
  await stage.shoot('search-nothing');
  await stage.tell('"nobody at all" finds nothing, and the popup says so');
  await popup.press('Escape');
}

async function keys(stage: Stage): Promise<void> {
  const { popup } = stage;
  await popup.reopen();
  await stage.rowSays(BO, 'unread');
  await popup.press('j');
  await is({
    what: 'the row that has the focus after j',
    wanted: (await popup.rows())[1] ?? '',
    seen: () => popup.focused(),
  });
  await stage.shoot('key-focus');
  await popup.page.keyboard.type('?');
  await stage.popupSays('Next and previous chat');
  await stage.shoot('keys');
  await stage.tell('"j" goes to the next chat, "?" shows all keys');
  await popup.press('Escape');
}
