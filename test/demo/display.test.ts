import { describe, expect, it } from 'vitest';

import { hasDisplay } from './display';

describe('a screen', () => {
  it.each([
    ['Linux with X', { DISPLAY: ':0' }, 'linux', true],
    ['Linux with Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    ['Linux on a console', {}, 'linux', false],
    ['Linux with an empty DISPLAY', { DISPLAY: '' }, 'linux', false],
    ['macOS', {}, 'darwin', true],
    ['Windows', {}, 'win32', true],
    ['a build machine', { CI: 'true', DISPLAY: ':0' }, 'linux', false],
    ['CI=false', { CI: 'false' }, 'darwin', true],
  ] as const)('on %s', (_where, env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected);
  });
});
