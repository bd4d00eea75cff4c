import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type * as Library from '@testing-library/dom';
import type { Browser, ElementHandle, JSHandle, Page } from 'puppeteer-core';

import type { Scope, WantedElement } from './wanted';

declare const TestingLibraryDom: typeof Library;

/**
 * Looks up by role and name in Firefox, whose own way to do so takes a millisecond for every element
 * of the page (Chromium's a hundredth), and more of its time than all else our tests do.
 *
 * @returns `undefined`: in this browser its own way is taken.
 */
export async function lookUp(
  scope: Scope,
  wanted: WantedElement,
): Promise<ElementHandle[] | undefined> {
  const page = pageOf(scope);
  if (!(await isFirefox(page.browser()))) return undefined;
  const root = 'frame' in scope ? scope : await scope.$('body');
  if (!root) return [];
  const isReady = await page.evaluate(() => typeof TestingLibraryDom !== 'undefined');
  if (!isReady) await page.evaluate(library());
  return elementsIn(await root.evaluateHandle(query, wanted));
}

/** Runs in the page, where the library is. */
function query(root: Node, { role, name }: WantedElement): Element[] {
  const { queryAllByLabelText, queryAllByRole } = TestingLibraryDom;
  const within = root as HTMLElement;
  if (role) return queryAllByRole(within, role, name === undefined ? {} : { name });
  return queryAllByLabelText(within, name ?? '');
}

async function elementsIn(list: JSHandle<Element[]>): Promise<ElementHandle[]> {
  const members = await list.getProperties();
  await list.dispose();
  return [...members.values()].flatMap((member) => member.asElement() ?? []) as ElementHandle[];
}

function pageOf(scope: Scope): Page {
  return 'frame' in scope ? scope.frame.page() : scope;
}

const versions = new WeakMap<Browser, Promise<string>>();

async function isFirefox(browser: Browser): Promise<boolean> {
  const version = versions.get(browser) ?? browser.version();
  versions.set(browser, version);
  return /firefox/i.test(await version);
}

let script: string | undefined;

function library(): string {
  const main = createRequire(import.meta.url).resolve('@testing-library/dom');
  script ??= readFileSync(join(dirname(main), '@testing-library', 'dom.umd.min.js'), 'utf8');
  return script;
}
