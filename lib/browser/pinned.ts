import { browser } from 'wxt/browser';

/** What not every browser tells, and no type of ours names. */
interface Action {
  getUserSettings?(): Promise<{ isOnToolbar?: boolean }>;
}

/** Whether the icon is on the toolbar; where the browser does not tell, it is taken for hidden. */
export async function isPinned(): Promise<boolean> {
  const told = await (browser.action as Action).getUserSettings?.();
  return told?.isOnToolbar === true;
}
