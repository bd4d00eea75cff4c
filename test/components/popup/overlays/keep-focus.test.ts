// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';

import { keepFocus } from '@/components/popup/overlays/keep-focus';

let stop: () => void;
beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function draw(html: string): void {
  document.body.innerHTML = html;
}

function at(selector: string): HTMLElement | null {
  return document.querySelector(selector);
}

function focused(): string | undefined {
  return document.activeElement?.id;
}

/** What watches the page has been told. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

const LIST =
  '<ul><li data-chat="a" tabindex="-1"></li><li id="row" data-chat="b" tabindex="0"></li></ul>';

it('gives the focus of a button that is gone to the current row', async () => {
  draw(`${LIST}<div><button id="again"></button></div>`);
  at('#again')?.focus();
  at('#again')?.remove();
  await told();
  expect(focused()).toBe('row');
});

it('gives that of the last row to the words in its place', async () => {
  draw(`<main>${LIST}</main>`);
  at('#row')?.focus();
  draw('<main><div id="calm" class="empty" tabindex="-1"></div></main>');
  await told();
  expect(focused()).toBe('calm');
});

it('knows of a focus that was there before', async () => {
  stop();
  draw(`${LIST}<div><button id="again"></button></div>`);
  at('#again')?.focus();
  stop = keepFocus();
  at('#again')?.remove();
  await told();
  expect(focused()).toBe('row');
});

it('gives it to what stood around the button, where that takes it', async () => {
  const body = '<div id="body" tabindex="0"><p><button id="again"></button></p></div>';
  draw(`${LIST}<dialog open>${body}</dialog>`);
  at('#again')?.focus();
  at('p')?.remove();
  await told();
  expect(focused()).toBe('body');
});

it('stays within a dialog', async () => {
  draw(`${LIST}<dialog open><button id="close"></button><button id="again"></button></dialog>`);
  at('#again')?.focus();
  at('#again')?.remove();
  await told();
  expect(focused()).toBe('close');
});

it('leaves it where somebody has put it meanwhile', async () => {
  draw(`${LIST}<input id="search"><button id="again"></button>`);
  at('#again')?.focus();
  at('#again')?.remove();
  at('#search')?.focus();
  await told();
  expect(focused()).toBe('search');
});
