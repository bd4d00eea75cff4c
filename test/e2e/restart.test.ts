import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { startBeeper } from '../beeper/server';
import { eventually } from '../browsers/eventually';
import { launchChromium } from '../browsers/launch';
import { badgeIsRight, connect, unreadChat, withPopup } from './stage';

test('a reminder that fell due while the browser was closed rings once at the next start', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'companion-restart-'));
  const beeper = await startBeeper({ chats: 30, seed: 9 });
  try {
    const first = { beeper, companion: await launchChromium({ profile }) };
    await connect(first);
    const { id, title } = unreadChat(first);
    const dueAt = Date.now() + 5 * SECOND;
    beeper.setReminderElsewhere(id, { remindAt: dueAt });
    await withPopup(first, async (popup) => {
      await popup.goTo('Reminders');
      await eventually(() => popup.row(title));
    });
    await first.companion.close();
    await eventually(() => Date.now() > dueAt, { timeoutMs: 15_000 });

    const again = { beeper, companion: await launchChromium({ profile }) };
    const ringing = async () =>
      (await again.companion.notifications()).filter((shown) => shown.endsWith(id));
    await eventually(async () => (await ringing()).length === 1, { timeoutMs: 45_000 });
    await badgeIsRight(again);
    expect(await ringing()).toHaveLength(1);
    await again.companion.close();
  } finally {
    await beeper.stop();
    await rm(profile, { recursive: true, force: true });
  }
});
