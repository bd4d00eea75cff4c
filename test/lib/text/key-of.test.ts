import { describe, expect, it } from 'vitest';

import { keyOf } from '@/lib/text/key-of';

describe('the key that is meant', () => {
  it.each([
    ['e', { key: 'e', code: 'KeyE', shiftKey: false }],
    // A layout that has it elsewhere: what is printed counts.
    ['z', { key: 'z', code: 'KeyY', shiftKey: false }],
    ['X', { key: 'X', code: 'KeyX', shiftKey: true }],
    // Caps Lock.
    ['e', { key: 'E', code: 'KeyE', shiftKey: false }],
    ['X', { key: 'x', code: 'KeyX', shiftKey: true }],
    // Russian, Greek, Arabic, kana.
    ['e', { key: 'у', code: 'KeyE', shiftKey: false }],
    ['J', { key: 'Ξ', code: 'KeyJ', shiftKey: true }],
    ['h', { key: 'ا', code: 'KeyH', shiftKey: false }],
    ['u', { key: 'な', code: 'KeyU', shiftKey: false }],
    // Signs are where the layout has them, with Shift or without.
    ['?', { key: '?', code: 'Minus', shiftKey: true }],
    ['/', { key: '/', code: 'Digit7', shiftKey: true }],
    ['*', { key: '*', code: 'NumpadMultiply', shiftKey: false }],
    ['é', { key: 'é', code: 'Digit2', shiftKey: false }],
    ['ArrowDown', { key: 'ArrowDown', code: 'ArrowDown', shiftKey: true }],
    ['Dead', { key: 'Dead', code: 'KeyE', shiftKey: false }],
  ])('is %s', (meant, pressed) => {
    expect(keyOf(pressed)).toBe(meant);
  });
});
