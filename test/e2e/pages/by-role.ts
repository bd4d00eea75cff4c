import type { ElementHandle } from 'puppeteer-core';

import { eventually, type Patience } from '../../browsers/eventually';
import { lookUp } from './look-up';
import type { Scope, WantedElement } from './wanted';

export type { WantedElement } from './wanted';

/** All that is there now, in order. */
export async function all(scope: Scope, wanted: WantedElement): Promise<ElementHandle[]> {
  return (await lookUp(scope, wanted)) ?? scope.$$(ariaSelector(wanted));
}

/** The first that is there now. */
export async function first(scope: Scope, wanted: WantedElement): Promise<ElementHandle | null> {
  const found = await lookUp(scope, wanted);
  return found ? (found[0] ?? null) : scope.$(ariaSelector(wanted));
}

/** What a screen reader would find: by accessible role and name. */
function ariaSelector({ role, name }: WantedElement): string {
  return `aria/${name ?? ''}${role ? `[role="${role}"]` : ''}`;
}

/** Waits for it, as a person would. */
export async function find(
  scope: Scope,
  wanted: WantedElement,
  patience: Patience = {},
): Promise<ElementHandle> {
  const message = `The ${wanted.role ?? 'element'} ${wanted.name ? `"${wanted.name}" ` : ''}on screen`;
  return eventually(() => first(scope, wanted), { message, ...patience });
}

export async function exists(scope: Scope, wanted: WantedElement): Promise<boolean> {
  const found = await first(scope, wanted);
  await found?.dispose();
  return found !== null;
}

export async function click(scope: Scope, wanted: WantedElement): Promise<void> {
  const found = await find(scope, wanted);
  await found.evaluate(scrollIntoReach);
  await found.click();
  await found.dispose();
}

/** Runs in the page. A popover's own scrolled part counts as in view for Firefox: it is not scrolled to. */
function scrollIntoReach(element: Element): void {
  if (!element.closest('[popover]')) return;
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit || !element.contains(hit)) element.scrollIntoView({ block: 'nearest' });
}

/** Everything written in it, as one line. Empty when there is no such thing. */
export async function textOf(scope: Scope, wanted: WantedElement): Promise<string> {
  const found = await first(scope, wanted);
  const text = await found?.evaluate((element) => (element as HTMLElement).innerText);
  await found?.dispose();
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The names of everything of this role, in order. */
export async function namesOf(scope: Scope, role: string): Promise<string[]> {
  return namesOfEach(await all(scope, { role }));
}

/** What each is called: its label, or what stands in it without what is only drawn. */
export async function namesOfEach(found: readonly ElementHandle[]): Promise<string[]> {
  const [one, ...others] = found;
  if (!one) return [];
  return one.evaluate(
    (...elements) =>
      elements.map((element) => {
        if (element.ariaLabel) return element.ariaLabel;
        const copy = element.cloneNode(true) as Element;
        for (const drawn of copy.querySelectorAll('[aria-hidden=true]')) drawn.remove();
        return (copy.textContent ?? '').trim();
      }),
    ...others,
  );
}
