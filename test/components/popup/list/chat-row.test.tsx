// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { ChatRow } from '@/components/popup/list/ChatRow';
import { SECOND } from '@/lib/base/time';
import { canActWith } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { aChat, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';

const CHAT = aChat();
const ROW: Row = {
  chat: CHAT,
  reminder: aReminder({ chatID: CHAT.id, at: NOON + 20 * SECOND }),
  isWaiting: false,
};
const CAN_ACT = canActWith(DISCONNECTED);
/** None is run here. */
const run = () => undefined;

afterEach(cleanup);

function rowAt(now: number) {
  const state = { isCurrent: false, isSelected: false, canAct: CAN_ACT, run, gap: 0 };
  return <ChatRow row={ROW} now={now} {...state} />;
}

it('says that its reminder was due as soon as it is, within the same minute', () => {
  resetBrowser();
  const { container, rerender } = render(rowAt(NOON));
  const name = () => container.querySelector('li')?.getAttribute('aria-label');
  const isMarked = () => container.querySelector('.bell')?.classList.contains('is-due');
  expect([name(), isMarked()]).toStrictEqual([expect.stringContaining('reminder'), false]);
  rerender(rowAt(NOON + 30 * SECOND));
  expect([name(), isMarked()]).toStrictEqual([expect.stringContaining('was due'), true]);
});
