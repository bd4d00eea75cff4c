import type { ElementHandle, Page } from 'puppeteer-core';

import { eventually, type Patience } from '../../browsers/eventually';

export interface Wanted {
  role?: string;
  name?: string;
}

type Scope = Page | ElementHandle;

/** What a screen reader would find: by accessible role and name, in Chromium and Firefox alike. */
export function ariaSelector({ role, name }: Wanted): string {
  return `aria/${name ?? ''}${role ? `[role="${role}"]` : ''}`;
}

/** Waits for it, as a person would. */
export async function find(
  scope: Scope,
  wanted: Wanted,
  patience: Patience = {},
): Promise<ElementHandle> {
  const message = `The ${wanted.role ?? 'element'} ${wanted.name ? `"${wanted.name}" ` : ''}on screen`;
  return eventually(() => scope.$(ariaSelector(wanted)), { message, ...patience });
}

export async function exists(scope: Scope, wanted: Wanted): Promise<boolean> {
  const found = await scope.$(ariaSelector(wanted));
  await found?.dispose();
  return found !== null;
}

export async function click(scope: Scope, wanted: Wanted): Promise<void> {
  const found = await find(scope, wanted);
  await found.click();
  await found.dispose();
}

/** Everything written in it, as one line. Empty when there is no such thing. */
export async function textOf(scope: Scope, wanted: Wanted): Promise<string> {
  const found = await scope.$(ariaSelector(wanted));
  const text = await found?.evaluate((element) => (element as HTMLElement).innerText);
  await found?.dispose();
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** What it is called: its label, or what stands in it without what is only drawn. */
export function nameOf(handle: ElementHandle): Promise<string> {
  return handle.evaluate((element) => {
    if (element.ariaLabel) return element.ariaLabel;
    const copy = element.cloneNode(true) as Element;
    for (const drawn of copy.querySelectorAll('[aria-hidden=true]')) drawn.remove();
    return (copy.textContent ?? '').trim();
  });
}

/** The names of everything of this role, in order. */
export async function namesOf(scope: Scope, role: string): Promise<string[]> {
  return Promise.all((await scope.$$(ariaSelector({ role }))).map(nameOf));
}
