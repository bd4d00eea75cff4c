// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { catchEarly } from '@/components/popup/prerender/replay';

it('clicks and keys of before anybody listened are done once more, and no later ones', async () => {
  const button = document.body.appendChild(document.createElement('button'));
  const replay = catchEarly();
  button.click();
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', shiftKey: true, bubbles: true }));
  const heard: [string, EventTarget | null, string?][] = [];
  document.addEventListener('click', ({ type, target }) => heard.push([type, target]));
  document.addEventListener('keydown', ({ type, target, key }) => heard.push([type, target, key]));
  await replay();
  expect(heard).toStrictEqual([
    ['click', button],
    ['keydown', button, 'j'],
  ]);
  button.click();
  await replay();
  expect(heard).toHaveLength(3);
});

it('each meets what the one before it made of the page, also those that come meanwhile', async () => {
  const replay = catchEarly();
  press('a');
  press('b');
  const heard: string[] = [];
  let drawn = '';
  document.addEventListener('keydown', ({ key }) => {
    heard.push(`${key} after ${drawn || 'nothing'}`);
    if (key === 'a') press('c');
    // As Preact does: drawn once the handler is over.
    queueMicrotask(() => (drawn = key));
  });
  await replay();
  expect(heard).toStrictEqual(['a after nothing', 'b after a', 'c after b']);
});

function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}
