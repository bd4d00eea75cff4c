import { useEffect } from 'preact/hooks';

import { destinationOf } from '@/components/parts/move-focus';
import { keyOf } from '@/lib/text/key-of';

/** Arrows, j and k go on from the last chat to the messages, among them, and back. */
export function useHitKeys(list: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const to = nextOf(event, list.current);
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    // Before the keys of the popup, which know of the chats alone.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [list]);
}

function nextOf(event: KeyboardEvent, list: HTMLElement | null): HTMLElement | undefined {
  const { target } = event;
  const key = keyOf(event);
  const hits = [...(list?.querySelectorAll<HTMLElement>('.hit') ?? [])];
  if (hits.length === 0 || !(target instanceof HTMLElement)) return undefined;
  const lastChat = [...document.querySelectorAll<HTMLElement>('[data-chat]')].at(-1);
  const at = hits.findIndex((hit) => hit === target);
  if (at === -1) {
    const isDown = key === 'ArrowDown' || (key === 'j' && !isField(target));
    const isLast = target === lastChat || (!lastChat && isField(target));
    return isDown && isLast ? hits[0] : undefined;
  }
  if (at === 0 && (key === 'ArrowUp' || key === 'k')) return lastChat ?? searchBox();
  const to = destinationOf(key, at, hits.length);
  return to === undefined ? undefined : hits[to];
}

function isField(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement;
}

function searchBox(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('.search input') ?? undefined;
}
