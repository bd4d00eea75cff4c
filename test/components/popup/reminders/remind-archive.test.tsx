// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Acts } from '@/components/popup/actions/use-act';
import { HandoffReminder } from '@/components/popup/handoff/HandoffReminder';
import { RemindAgain } from '@/components/popup/reminders/RemindAgain';
import { RemindOverlay } from '@/components/popup/reminders/RemindOverlay';
import type { RequestedAction } from '@/lib/model/actions/action-log';
import { canActWith } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { answerInstead } from '@/lib/requests/bridge';
import { ITEMS } from '@/lib/storage/items';
import { saveItems, writeOf } from '@/lib/storage/local';
import { aChat } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';
import { allowPopovers } from '../../../helpers/popovers';

allowPopovers();

const ABLE: Row = { chat: aChat({ id: 'able' }), isWaiting: false };
const UNABLE: Row = { chat: aChat({ id: 'unable', cannot: ['archive'] }), isWaiting: false };

let wanted: RequestedAction[] = [];

beforeEach(async () => {
  resetBrowser();
  answerInstead(() => Promise.resolve(undefined));
  wanted = [];
  const lastChoice = {
    meant: { preset: 'tomorrow' },
    dismissOnIncoming: false,
    archives: true,
  } as const;
  await saveItems([writeOf(ITEMS.lastChoice, lastChoice)]);
});
afterEach(cleanup);

const props = {
  // None of the others is used here.
  acts: { actOn: (all: readonly RequestedAction[]) => wanted.push(...all) } as unknown as Acts,
  canAct: canActWith(DISCONNECTED),
  now: NOON,
  open: () => undefined,
  close: () => undefined,
};

const done = () => wanted.map(({ chat, intent }) => `${intent.kind} ${chat.id}`);

describe('a reminder', () => {
  it.each([
    ['RemindLayer', () => <RemindOverlay {...props} row={UNABLE} many={undefined} />],
    ['ErrandReminder', () => <HandoffReminder {...props} row={UNABLE} words="" />],
  ])('in %s does not offer to archive what cannot be', async (_where, Menu) => {
    const { findByRole, queryByRole } = render(<Menu />);
    await findByRole('menu');
    expect(queryByRole('menuitemcheckbox', { name: 'Remind and archive' })).toBeNull();
    fireEvent.click(await findByRole('menuitem', { name: /^Tomorrow/ }));
    expect(done()).toStrictEqual(['remind unable']);
  });

  it('of several archives those that can be', async () => {
    const { findByRole } = render(<RemindOverlay {...props} row={ABLE} many={[ABLE, UNABLE]} />);
    fireEvent.click(await findByRole('menuitem', { name: /^Tomorrow/ }));
    expect(done()).toStrictEqual(['remind able', 'archive able', 'remind unable']);
  });

  it('as last time archives what can be', async () => {
    render(<RemindAgain {...props} row={ABLE} many={[UNABLE, ABLE]} />);
    await waitFor(() => expect(wanted).not.toStrictEqual([]));
    expect(done()).toStrictEqual(['remind unable', 'remind able', 'archive able']);
  });
});
