import { describe, expect, it } from 'vitest';

import { changeSettings, DEFAULT_SETTINGS } from '../../lib/settings';
import { readSettingsFile, settingsFile } from '../../lib/settings-file';

const OURS = changeSettings(DEFAULT_SETTINGS, {
  pollSeconds: 120,
  appearance: 'dark',
  badge: { count: 'chats', leftOut: ['signal', 'gone'] },
  notify: { chosen: ['!ada', '!gone'] },
  quiet: { from: '21:30' },
});

const ALL = { hasChat: () => true, hasAccount: () => true };

function withSettings(settings: object, more: object = {}): string {
  return JSON.stringify({ ...JSON.parse(settingsFile(OURS)), settings, ...more });
}

describe('settings as a file', () => {
  it('come back as they were', () => {
    const read = readSettingsFile(settingsFile(OURS), ALL);
    expect(read).toMatchObject({ unread: [], unknown: 0 });
    const change = 'change' in read ? read.change : {};
    expect(changeSettings(DEFAULT_SETTINGS, change)).toStrictEqual(OURS);
  });

  it('leave out chats and accounts that are not known here, and say how many', () => {
    const known = { hasChat: (id: string) => id === '!ada', hasAccount: () => false };
    const read = readSettingsFile(settingsFile(OURS), known);
    expect(read).toMatchObject({
      unknown: 3,
      change: { notify: { chosen: ['!ada'] }, badge: { leftOut: [], count: 'chats' } },
    });
  });

  it('say which of them make no sense, and take the others', () => {
    const text = withSettings({
      pollSeconds: 7,
      appearance: 'dark',
      badge: { count: 'x' },
      new: 1,
    });
    expect(readSettingsFile(text, ALL)).toMatchObject({
      change: { appearance: 'dark' },
      unread: ['pollSeconds', 'badge.count', 'new'],
    });
  });

  it.each([
    ['no JSON', 'hello', 'noFile'],
    ['nothing', '', 'noFile'],
    ['a list', '[]', 'noFile'],
    ['of another program', '{"settings":{"pollSeconds":60}}', 'notOurs'],
    ['without settings', JSON.stringify({ format: 'companion-for-beeper settings' }), 'notOurs'],
    ['of a newer version', withSettings(OURS, { version: 2 }), 'newer'],
  ])('that are %s change nothing', (_what, text, problem) => {
    expect(readSettingsFile(text, ALL)).toStrictEqual({ problem });
  });
});
