// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { onMenuKey } from '@/components/popup/overlays/menu-keys';
import { doesTriageKey } from '@/components/popup/triage/triage-keys';
import { canActWith } from '@/lib/model/chats/capabilities';
import { aChat } from '../../../helpers/builders';

const ROW = { chat: aChat({ unreadCount: 1 }), isWaiting: false };
const CAN_ALL = canActWith({ isConnected: true, version: '4.3.20', access: 'full' });

/** What arrives of the key that is printed with this letter on a Latin keyboard. */
const LAYOUTS = {
  'a Latin layout': (letter: string) => letter,
  'Caps Lock': (letter: string) => letter.toUpperCase(),
  'a Greek layout': () => 'ξ',
  'an Arabic layout': () => 'ا',
  'a Cyrillic layout': () => 'у',
};

/** A run, and what was done in it. */
function openRun() {
  const done: string[] = [];
  const note = (what: string) => void done.push(what);
  const moves = {
    skip: () => note('skip'),
    back: () => note('back'),
    undo: () => note('undo'),
  };
  const targets = { row: ROW, runAction: note, moves, canAct: CAN_ALL, singleKeys: true };
  return { done, targets };
}

function letterKey(letter: string, as: (letter: string) => string): KeyboardEvent {
  const code = `Key${letter.toUpperCase()}`;
  return new KeyboardEvent('keydown', { key: as(letter), code, bubbles: true, cancelable: true });
}

afterEach(() => document.body.replaceChildren());

describe.each(Object.entries(LAYOUTS))('with %s', (_layout, as) => {
  const ACTIONS = { e: 'archive', h: 'remind', b: 'remind', u: 'toggleRead' } as const;
  const MORE = { m: 'toggleMute', r: 'reply', s: 'skip', z: 'undo' } as const;

  it.each(Object.entries({ ...ACTIONS, ...MORE }))('%s in a run does %s', (letter, what) => {
    const { done, targets } = openRun();
    expect(doesTriageKey(letterKey(letter, as), targets)).toBe(true);
    expect(done).toStrictEqual([what]);
  });

  it('no letter does anything in a run where single keys are off', () => {
    const { done, targets } = openRun();
    expect(doesTriageKey(letterKey('e', as), { ...targets, singleKeys: false })).toBe(false);
    expect(done).toStrictEqual([]);
  });

  it.each([
    ['a menu', 'n'],
    // It has a capital letter on its line, and takes the small one.
    ['the reminder menu', 'N'],
  ])('j and k move in %s, and its letters choose', (_name, onItem) => {
    const [menu, first, second] = openMenu();
    const chosen = vi.fn<() => void>();
    second.dataset['key'] = onItem;
    second.addEventListener('click', chosen);
    first.focus();
    first.dispatchEvent(letterKey('j', as));
    expect(document.activeElement).toBe(second);
    second.dispatchEvent(letterKey('k', as));
    expect(document.activeElement).toBe(first);
    menu.dispatchEvent(letterKey('n', as));
    expect(chosen).toHaveBeenCalledOnce();
  });
});

function openMenu(): [HTMLElement, HTMLElement, HTMLElement] {
  const menu = document.body.appendChild(document.createElement('div'));
  const [first, second] = [item(menu), item(menu)];
  menu.addEventListener('keydown', (event) =>
    onMenuKey(event as KeyboardEvent & { currentTarget: HTMLElement }, { close: () => undefined }),
  );
  return [menu, first, second];
}

function item(menu: HTMLElement): HTMLElement {
  const button = menu.appendChild(document.createElement('button'));
  button.setAttribute('role', 'menuitem');
  return button;
}
