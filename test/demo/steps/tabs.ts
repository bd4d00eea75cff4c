import type { ChatRecord } from '../../beeper/world/records';
import { isUnread } from '../../beeper/world/records';
import type { TabName } from '../../e2e/pages/popup';
import { is } from '../check';
import type { Stage } from '../stage';
import type { Step } from './step';

const isInInbox = (chat: ChatRecord) => !chat.isArchived && !chat.isLowPriority;

/** What has to stand on each tab, out of the stand-in's own state. */
const ON_TAB: Record<TabName, (chat: ChatRecord) => boolean> = {
  Unread: (chat) => isInInbox(chat) && isUnread(chat),
  Inbox: isInInbox,
  Reminders: ({ reminder }) => reminder !== null && reminder.remindAt > Date.now(),
  Archive: (chat) => chat.isArchived,
};

const TABS: readonly TabName[] = ['Inbox', 'Reminders', 'Archive', 'Unread'];

export const tabSteps: readonly Step[] = TABS.map((tab) => ({
  title: `The tab ${tab}`,
  take: (stage) => showTab(stage, tab),
}));

async function showTab(stage: Stage, tab: TabName): Promise<void> {
  await stage.popup.goTo(tab);
  const wanted = [...stage.beeper.chats.values()].filter(ON_TAB[tab]).length;
  await is({
    what: `the number of chats on ${tab}`,
    wanted: String(wanted),
    seen: async () => String((await stage.popup.rows()).length),
  });
  if (tab !== 'Unread') await stage.shoot(tab.toLowerCase());
  await stage.tell(`${tab} lists ${wanted} chats, as many as Beeper has there`);
}
