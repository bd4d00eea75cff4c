import { beforeEach, describe, expect, it } from 'vitest';

import { isMenuCommand, menuEntries, type MenuSituation } from '@/lib/browser/menus/entries';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

const SITUATION: MenuSituation = {
  status: { isConnected: true, version: '4.2.900' },
  menus: { onIcon: true, onPages: true },
  quiet: ['halfHour', 'hour', 'evening', 'tomorrow', 'over'],
  undo: 'Undo: Archived Ada',
};

function side(situation: Partial<MenuSituation>, place: 'icon' | 'page') {
  const entries = menuEntries({ ...SITUATION, ...situation });
  return entries.filter((entry) => entry.place === place && !entry.parentId);
}

describe('the entries in the menus of the browser', () => {
  it('are no more than six side by side, whatever there is to do', () => {
    expect(side({}, 'icon').map(({ title }) => title)).toStrictEqual([
      'Undo: Archived Ada',
      'Refresh',
      'Pause notifications',
      'Mark all as read',
      'Open Beeper',
      'Settings',
    ]);
    expect(side({}, 'page').map(({ title }) => title)).toStrictEqual([
      'Send to a chat…',
      'Remind me about this page with…',
    ]);
  });

  it('offer only what can be done', () => {
    const readOnly = { ...SITUATION.status, access: 'readOnly' } as const;
    const undo = undefined;
    expect(side({ status: readOnly, undo }, 'icon').map(({ id }) => id)).not.toContain('readAll');
    expect(side({ status: readOnly }, 'page')).toStrictEqual([]);
    const notConnected = { status: { isConnected: false } };
    expect(menuEntries({ ...SITUATION, ...notConnected }).map(({ id }) => id)).toStrictEqual([
      'settings',
    ]);
  });

  it('are only where they are wanted', () => {
    expect(side({ menus: { onIcon: false, onPages: true } }, 'icon')).toStrictEqual([]);
    expect(side({ menus: { onIcon: true, onPages: false } }, 'page')).toStrictEqual([]);
  });

  it('hold names as words only', () => {
    const [undo] = side({ undo: `Undo: Archived ${'R&D '.repeat(40)}` }, 'icon');
    expect(undo?.title).toMatch(/^Undo: Archived R&&D R&&D.*…$/);
    expect(undo?.title.length).toBeLessThan(80);
  });

  it('have an id each, by which a click is understood', () => {
    const ids = menuEntries(SITUATION).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isMenuCommand(id))).toStrictEqual(['pause']);
    expect(isMenuCommand('toString')).toBe(false);
  });
});
