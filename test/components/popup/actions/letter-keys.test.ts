// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { onMenuKey } from '@/components/popup/overlays/menu-keys';
import { doesTriageKey } from '@/components/popup/triage/triage-keys';
import { canActWith } from '@/lib/model/chats/capabilities';

type Deeds = Parameters<typeof doesTriageKey>[1]['deeds'];
type Deed = keyof Deeds;

const CAN_ALL = canActWith({ isConnected: true, version: '4.3.20', access: 'full' });

/** What arrives of the key that is printed with this letter on a Latin keyboard. */
const LAYOUTS = {
  'a Latin layout': (letter: string) => letter,
  'Caps Lock': (letter: string) => letter.toUpperCase(),
  'a Greek layout': () => 'ξ',
  'an Arabic layout': () => 'ا',
  'a Cyrillic layout': () => 'у',
};

function letterKey(letter: string, as: (letter: string) => string): KeyboardEvent {
  const code = `Key${letter.toUpperCase()}`;
  return new KeyboardEvent('keydown', { key: as(letter), code, bubbles: true, cancelable: true });
}

afterEach(() => document.body.replaceChildren());

describe.each(Object.entries(LAYOUTS))('with %s', (_layout, as) => {
  const TRIAGE = { e: 'archive', h: 'openMenu', b: 'openMenu', u: 'toggleRead' } as const;
  const MORE = { m: 'toggleMute', r: 'openReply', s: 'skip', z: 'undo' } as const;

  it.each(Object.entries({ ...TRIAGE, ...MORE }))('%s in a run does %s', (letter, deed) => {
    const done: Deed[] = [];
    const deeds = new Proxy({} as Deeds, { get: (_, name) => () => done.push(name as Deed) });
    const does = doesTriageKey(letterKey(letter, as), { deeds, canAct: CAN_ALL, singleKeys: true });
    expect([does, done]).toStrictEqual([true, [deed]]);
  });

  it('no letter does anything in a run where single keys are off', () => {
    const means = { deeds: {} as Deeds, canAct: CAN_ALL, singleKeys: false };
    expect(doesTriageKey(letterKey('e', as), means)).toBe(false);
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
