import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import background from '@/entrypoints/background';
import { deliver, ownPage, resetBrowser, toolbar } from '../helpers/fake-browser';

beforeEach(resetBrowser);
afterEach(() => vi.restoreAllMocks());

it('has every listener attached when its main returns', () => {
  const { runtime, alarms, notifications, contextMenus, commands, omnibox } = fakeBrowser;
  const attached = [
    vi.spyOn(runtime.onMessage, 'addListener'),
    vi.spyOn(runtime.onInstalled, 'addListener'),
    vi.spyOn(runtime.onStartup, 'addListener'),
    vi.spyOn(alarms.onAlarm, 'addListener'),
    vi.spyOn(notifications.onClicked, 'addListener'),
    vi.spyOn(contextMenus.onClicked, 'addListener'),
    vi.spyOn(commands.onCommand, 'addListener'),
    vi.spyOn(omnibox.onInputChanged, 'addListener'),
    vi.spyOn(omnibox.onInputEntered, 'addListener'),
  ];
  void background.main();
  for (const addListener of attached) expect(addListener).toHaveBeenCalledOnce();
});

it('answers a page, and not being connected shows on the toolbar', async () => {
  void background.main();
  const refresh = { companion: 'refresh', payload: null };
  expect(await deliver(refresh, ownPage())).toStrictEqual({ ok: true });
  expect(await toolbar()).toMatchObject({ text: '' });
});

it('is wires only', () => {
  const source = readFileSync('entrypoints/background.ts', 'utf8');
  expect(source.split('\n').length).toBeLessThanOrEqual(40);
  expect(source).not.toMatch(/\b(if|try|await)\b[^\n]*[({]/);
});
