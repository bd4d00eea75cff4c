import { describe, expect, it } from 'vitest';

import {
  importFile,
  LARGEST_FILE,
  readSettingsFile,
  settingsFile,
} from '@/lib/model/settings/file';
import { changeSettings, DEFAULT_SETTINGS } from '@/lib/model/settings/settings';

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

  it('hold so many chats and accounts and no more, also where none are known', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `!${index}`.padEnd(255, 'x'));
    const text = withSettings({ notify: { chosen: ids }, badge: { leftOut: ['y'.repeat(256)] } });
    const read = readSettingsFile(text, ALL);
    const change = 'change' in read ? read.change : {};
    expect(change.notify?.chosen).toStrictEqual(ids.slice(0, 400));
    expect(change.badge?.leftOut).toStrictEqual([]);
    expect(read).toMatchObject({ unknown: 9601 });
  });
});

describe('a file that is chosen', () => {
  it('is taken with as much in it as may be', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `!${index}`.padEnd(255, 'x'));
    const fullest = changeSettings(OURS, { notify: { chosen: ids }, badge: { leftOut: ids } });
    const read = await importFile(new Blob([settingsFile(fullest)]), ALL);
    const change = 'change' in read ? read.change : {};
    expect(changeSettings(DEFAULT_SETTINGS, change)).toStrictEqual(fullest);
  });

  it('is not even read where it is larger', async () => {
    const file = new Blob([settingsFile(OURS), ' '.repeat(LARGEST_FILE)]);
    file.text = () => Promise.reject(new Error('read all the same'));
    expect(await importFile(file, ALL)).toStrictEqual({ problem: 'tooLarge' });
  });

  it('changes nothing where the disk does not give it', async () => {
    const file = new Blob([settingsFile(OURS)]);
    file.text = () => Promise.reject(new DOMException('Permission denied', 'NotReadableError'));
    expect(await importFile(file, ALL)).toStrictEqual({ problem: 'noFile' });
  });
});
