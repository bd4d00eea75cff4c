// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { catchEarly } from '../../components/early';

it('clicks and keys of before anybody listened are done once more, and no later ones', () => {
  const button = document.body.appendChild(document.createElement('button'));
  const replay = catchEarly();
  button.click();
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', shiftKey: true, bubbles: true }));
  const heard: [string, EventTarget | null, string?][] = [];
  document.addEventListener('click', ({ type, target }) => heard.push([type, target]));
  document.addEventListener('keydown', ({ type, target, key }) => heard.push([type, target, key]));
  replay();
  expect(heard).toStrictEqual([
    ['click', button],
    ['keydown', button, 'j'],
  ]);
  button.click();
  replay();
  expect(heard).toHaveLength(3);
});
