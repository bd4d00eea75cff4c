// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { onMenuKey } from '@/components/popup/overlays/menu-keys';

afterEach(() => document.body.replaceChildren());

function openMenu(html: string, ownKey?: (key: string) => boolean) {
  const menu = document.body.appendChild(document.createElement('div'));
  menu.innerHTML = html;
  const close = vi.fn<() => void>();
  menu.addEventListener('keydown', (event) =>
    onMenuKey(event as KeyboardEvent & { currentTarget: HTMLElement }, {
      close,
      ...(ownKey && { ownKey }),
    }),
  );
  const at = (selector: string) => menu.querySelector<HTMLElement>(selector);
  /** Answers whether the menu took the key. */
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const init = { key, bubbles: true, cancelable: true, ...more };
    const event = new KeyboardEvent('keydown', init);
    (document.activeElement ?? menu).dispatchEvent(event);
    return event.defaultPrevented;
  };
  at('button')?.focus();
  return { at, press, close };
}

const ITEMS = '<button role="menuitem" data-key="1"></button><button role="menuitem"></button>';
const FIELD = '<input>';

describe('a menu', () => {
  it.each(['Escape', 'Tab'])('is left with %s', (key) => {
    const { press, close } = openMenu(ITEMS);
    expect(press(key)).toBe(true);
    expect(close).toHaveBeenCalledOnce();
  });

  it('leaves a shortcut of the browser alone', () => {
    const { at, press } = openMenu(ITEMS);
    const chosen = vi.fn<() => void>();
    at('[data-key="1"]')?.addEventListener('click', chosen);
    expect(press('1', { ctrlKey: true })).toBe(false);
    expect(chosen).not.toHaveBeenCalled();
    expect(press('1')).toBe(true);
    expect(chosen).toHaveBeenCalledOnce();
  });

  it('asks for its own keys', () => {
    const ownKey = vi.fn<(key: string) => boolean>((key) => key === 'h');
    const { press } = openMenu(ITEMS, ownKey);
    expect([press('h'), press('x')]).toStrictEqual([true, false]);
  });
});

describe('a menu with a field', () => {
  it('goes on in the field with a letter, which is typed there', () => {
    const { at, press } = openMenu(ITEMS + FIELD);
    expect(press('f')).toBe(false);
    expect(document.activeElement).toBe(at('input'));
  });

  it('is walked with Tab, and left at either end', () => {
    const { at, press, close } = openMenu(ITEMS + FIELD);
    press('Tab');
    expect(document.activeElement).toBe(at('input'));
    press('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(at('button'));
    expect(close).not.toHaveBeenCalled();
    press('Tab', { shiftKey: true });
    expect(close).toHaveBeenCalledOnce();
  });

  it('lets letters be typed in the field, and arrows lead out of it', () => {
    const { at, press } = openMenu(ITEMS + FIELD);
    at('input')?.focus();
    expect([press('1'), press('j')]).toStrictEqual([false, false]);
    expect(press('ArrowUp')).toBe(true);
    expect(document.activeElement).toBe(at('button:last-of-type'));
  });
});
