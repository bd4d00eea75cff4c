// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { handleKey } from '@/components/popup/actions/handle-key';
import type { KeyTargets } from '@/components/popup/actions/handle-key';
import { canActWith } from '@/lib/model/chats/capabilities';
import { aChat } from '../../../helpers/builders';

const CHATS = [aChat({ id: 'a' }), aChat({ id: 'b' })];

/** A list of two, the first of which has the focus. */
function openList() {
  const rows = CHATS.map(({ id }) => {
    const row = document.body.appendChild(document.createElement('li'));
    row.dataset.chat = id;
    row.tabIndex = -1;
    return row;
  });
  rows[0]?.focus();
  const goTo = vi.fn<KeyTargets['goTo']>();
  const targets = {
    singleKeys: true,
    index: 0,
    count: rows.length,
    goTo,
    canAct: canActWith({ isConnected: true, version: '4.3.20', access: 'full' }),
  } as Partial<KeyTargets> as KeyTargets;
  return { goTo, targets };
}

/** A key as it comes to whoever listens late: from what had the focus when it was pressed. */
function pressed(key: string, on: Element): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true });
  on.dispatchEvent(event);
  return event;
}

describe('a key pressed before the list was there', () => {
  afterEach(() => document.body.replaceChildren());

  it('goes on from the row that has the focus by now', () => {
    const early = pressed('j', document.body);
    const { goTo, targets } = openList();
    expect(handleKey(early, targets)).toBe(true);
    expect(goTo).toHaveBeenCalledWith(1);
  });

  it('also where what it was pressed on has been drawn anew', () => {
    const drawn = document.body.appendChild(document.createElement('li'));
    const early = pressed('j', drawn);
    drawn.remove();
    const { goTo, targets } = openList();
    expect(handleKey(early, targets)).toBe(true);
    expect(goTo).toHaveBeenCalledWith(1);
  });
});

describe('a key while something lies over the list', () => {
  afterEach(() => document.body.replaceChildren());

  it('does nothing with what is under it', () => {
    const { goTo, targets } = openList();
    const run = vi.fn<KeyTargets['run']>();
    const current = { chat: CHATS[0]!, isWaiting: false };
    const open = { ...targets, selected: [], current, run };
    const row = document.body.firstElementChild!;
    expect(handleKey(pressed('e', row), { ...open, isCovered: true })).toBe(false);
    expect(handleKey(pressed('j', row), { ...open, isCovered: true })).toBe(false);
    expect(run).not.toHaveBeenCalled();
    expect(goTo).not.toHaveBeenCalled();
    expect(handleKey(pressed('e', row), { ...open, isCovered: false })).toBe(true);
    expect(run.mock.calls).toEqual([['archive', current]]);
  });
});

describe('a key while nothing has the focus', () => {
  afterEach(() => document.body.replaceChildren());

  it('goes on from the row that had it last', () => {
    const { goTo, targets } = openList();
    (document.activeElement as HTMLElement).blur();
    handleKey(pressed('k', document.body), { ...targets, index: 1 });
    expect(goTo).toHaveBeenCalledWith(0);
  });
});
