import { beforeEach, describe, expect, it } from 'vitest';

import { showBadge, tooltip } from '@/lib/browser/toolbar';
import { badgeOf } from '@/lib/model/badge/badge';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { NOON } from '../../helpers/clock';
import { resetBrowser, toolbar } from '../../helpers/fake-browser';

const CONNECTED = { isConnected: true, syncedAt: NOON };
const TALLY = {
  total: 1234,
  byNetwork: [
    { network: 'WhatsApp', count: 1200 },
    { network: 'Signal', count: 34 },
  ],
};
const NOTHING = { total: 0, byNetwork: [] };

beforeEach(resetBrowser);

describe('the tooltip', () => {
  it('breaks the number down by network', () => {
    expect(tooltip(badgeOf(CONNECTED, TALLY), true)).toBe(
      '1,234 unread in Beeper\nWhatsApp: 1,200\nSignal: 34',
    );
  });

  it.each([
    [{ ...TALLY, newest: ['Ada', 'Bo'] }, '\nFrom Ada, Bo'],
    [{ ...TALLY, newest: ['Ada', 'Bo', 'Cy', 'Dee'] }, '\nFrom Ada, Bo, Cy, …'],
    [{ ...TALLY, newest: ['a'.repeat(200)] }, `\nFrom ${'a'.repeat(39)}…`],
    [
      { ...NOTHING, hasRest: true },
      'Nothing that counts is unread in Beeper, but something else is',
    ],
  ])('names the newest, or says that something else is unread: %j', (unreadCounts, end) => {
    const said = tooltip(badgeOf(CONNECTED, unreadCounts), true);
    expect(said.slice(-end.length)).toBe(end);
  });

  it('says what it counts, and until when it is quiet', () => {
    const quiet = { until: '18:00', hidesNumber: true };
    const badge = badgeOf(CONNECTED, { ...NOTHING, total: 2, isSince: true }, { quiet });
    expect(tooltip(badge, true)).toBe('Quiet until 18:00\n2 new in Beeper since you last looked');
  });

  it('says that nothing is unread', () => {
    expect(tooltip(badgeOf(CONNECTED, NOTHING), true)).toBe('Nothing unread in Beeper');
  });

  it('does not say so before Beeper was heard of', () => {
    const badge = badgeOf({ isConnected: true }, NOTHING);
    expect(tooltip(badge, true)).toBe('Connecting to Beeper…');
  });

  it('begins with what is wrong', () => {
    const badge = badgeOf({ ...CONNECTED, trouble: 'notRunning' }, NOTHING);
    expect(tooltip(badge, true)).toBe('Beeper is not running\nNothing unread in Beeper');
  });

  it('says how to connect', () => {
    expect(tooltip(badgeOf(DISCONNECTED, TALLY), false)).toMatch(/Click to connect/);
  });

  it('never becomes a wall', () => {
    const byNetwork = Array.from({ length: 40 }, (_, index) => ({
      network: `N${index}`,
      count: 1,
    }));
    const badge = badgeOf(CONNECTED, { total: 40, byNetwork });
    expect(tooltip(badge, true).split('\n')).toHaveLength(13);
  });
});

describe('the button', () => {
  it('shows the number on the usual icon', async () => {
    await showBadge(badgeOf(CONNECTED, TALLY), true);
    expect(await toolbar()).toMatchObject({ text: '999+', icon: 'icon/icon-16.png' });
  });

  it('looks paused while it is quiet', async () => {
    const quiet = { until: '18:00', hidesNumber: true };
    await showBadge(badgeOf(CONNECTED, TALLY, { quiet }), true);
    expect(await toolbar()).toMatchObject({ text: '', icon: 'icon/paused-16.png' });
  });

  it('looks offline while Beeper is away', async () => {
    await showBadge(badgeOf({ ...CONNECTED, trouble: 'notRunning' }, TALLY), true);
    expect(await toolbar()).toMatchObject({ text: '999+', icon: 'icon/offline-16.png' });
  });
});
