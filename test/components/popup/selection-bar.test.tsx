// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { SelectionBar } from '@/components/popup/SelectionBar';
import { canActWith } from '@/lib/model/chats/capabilities';
import type { Chat } from '@/lib/model/chats/chat';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { aChat } from '../../helpers/builders';
import { resetBrowser } from '../../helpers/fake-browser';

beforeEach(resetBrowser);
afterEach(cleanup);

function barFor(...chats: Chat[]) {
  const done: string[] = [];
  const { queryByRole } = render(
    <SelectionBar
      rows={chats.map((chat) => ({ chat, isWaiting: false }))}
      canAct={canActWith({ ...DISCONNECTED, version: '4.3.20' })}
      runMany={(id, rows) => done.push(...rows.map(({ chat }) => `${id} ${chat.id}`))}
      clear={() => undefined}
    />,
  );
  return { done, button: (name: string) => queryByRole('button', { name }) };
}

it('calls what it does by what happens to those it can be done with', () => {
  const archived = aChat({ id: 'a', box: 'archive' });
  const { done, button } = barFor(archived, aChat({ id: 'b', cannot: ['archive'] }));
  expect(button('Archive')).toBeNull();
  fireEvent.click(button('Move to inbox')!);
  expect(done).toStrictEqual(['archive a']);
});

it('does not offer what can be done with none of them', () => {
  const { button } = barFor(aChat({ cannot: ['archive', 'markUnread'] }));
  expect([button('Archive'), button('Move to inbox')]).toStrictEqual([null, null]);
  expect([button('Mark as read'), button('Mark as unread')]).toStrictEqual([null, null]);
  expect(button('Mute')).not.toBeNull();
});
