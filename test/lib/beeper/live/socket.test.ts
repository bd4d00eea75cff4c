import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { SECOND } from '@/lib/base/time';
import type { Ending } from '@/lib/beeper/live/pace';
import { LiveSocket } from '@/lib/beeper/live/socket';
import { FakeSocket } from '../../../helpers/fake-socket';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const wire = new FakeSocket();
  const heard = {
    onOpen: vi.fn<() => void>(),
    onEvents: vi.fn<(events: unknown) => void>(),
    onMissed: vi.fn<() => void>(),
  };
  const socket = new LiveSocket(wire, heard);
  const ended = vi.fn<(ending: Ending) => void>();
  void socket.ended.then(ended);
  return { wire, socket, ended, ...heard };
}

const UPSERTED = { type: 'chat.upserted', chatID: '!ada', ids: ['!ada'] };

describe('a live socket', () => {
  it('subscribes to every chat as soon as it is open, and is live once that stands', () => {
    const { wire, onOpen } = open();
    wire.happens('open');
    wire.says({ type: 'ready', version: 1, chatIDs: [] });
    expect(wire.sent).toMatchObject([{ type: 'subscriptions.set', chatIDs: ['*'] }]);
    expect(onOpen).not.toHaveBeenCalled();
    wire.says({ type: 'subscriptions.updated', chatIDs: ['*'] });
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('is live only once, however often the subscription is confirmed', () => {
    const { wire, onOpen } = open();
    wire.letsIn();
    wire.letsIn();
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('tells what happens, and where something was lost', () => {
    const { wire, onEvents, onMissed } = open();
    wire.letsIn();
    wire.says({ ...UPSERTED, seq: 1 });
    expect([onEvents.mock.calls.length, onMissed.mock.calls.length]).toStrictEqual([1, 0]);
    wire.says({ ...UPSERTED, seq: 5 });
    expect([onEvents.mock.calls.length, onMissed.mock.calls.length]).toStrictEqual([2, 1]);
    wire.says({ ...UPSERTED, seq: 6 });
    expect(onMissed).toHaveBeenCalledOnce();
  });

  it('passes over what it does not know', () => {
    const { wire, onEvents, ended } = open();
    wire.letsIn();
    for (const frame of ['not JSON', { type: 'party.started', chatID: '!ada' }, 7]) {
      wire.says(frame);
    }
    expect(onEvents).not.toHaveBeenCalled();
    expect(ended).not.toHaveBeenCalled();
  });

  it.each([
    ['it is not let in', (wire: FakeSocket) => wire.happens('close')],
    ['another dialect is spoken', (wire: FakeSocket) => wire.says({ type: 'ready', version: 2 })],
    ['its subscription is not understood', (wire: FakeSocket) => wire.says({ type: 'error' })],
    ['nobody confirms anything', () => vi.advanceTimersByTime(10 * SECOND)],
  ])('is refused when %s', async (_when, happens) => {
    const { wire, ended } = open();
    happens(wire);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledWith('refused');
    expect(wire.isClosed).toBe(true);
  });

  it('asks for a sign of life after a silence, and goes on when it gets one', async () => {
    const { wire, ended } = open();
    wire.letsIn();
    for (let silences = 1; silences < 5; silences += 1) {
      await vi.advanceTimersByTimeAsync(45 * SECOND);
      expect(wire.sent).toHaveLength(1 + silences);
      wire.says({ type: 'subscriptions.updated', chatIDs: ['*'] });
    }
    expect(ended).not.toHaveBeenCalled();
  });

  it('is lost when it gets none, although nobody has closed it', async () => {
    const { wire, ended } = open();
    wire.letsIn();
    await vi.advanceTimersByTimeAsync(54 * SECOND);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(ended).toHaveBeenCalledWith('lost');
    expect(wire.isClosed).toBe(true);
  });

  it('need not ask while Beeper talks', async () => {
    const { wire } = open();
    wire.letsIn();
    for (let seq = 1; seq < 9; seq += 1) {
      await vi.advanceTimersByTimeAsync(40 * SECOND);
      wire.says({ ...UPSERTED, seq });
    }
    expect(wire.sent).toHaveLength(1);
  });

  it('is lost when it is closed, by whomever', async () => {
    const [theirs, ours] = [open(), open()];
    theirs.wire.letsIn();
    ours.wire.letsIn();
    theirs.wire.happens('close');
    ours.socket.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(theirs.ended).toHaveBeenCalledWith('lost');
    expect(ours.ended).toHaveBeenCalledWith('lost');
  });
});
