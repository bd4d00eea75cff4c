import { describe, expect, it } from 'vitest';

import { featuresOf } from '@/lib/model/chats/features';

describe('what a Beeper can do', () => {
  it.each([
    ['4.2.808', true],
    ['4.2.809', true],
    ['4.3.0', true],
    ['4.3.20', true],
    ['5.0', true],
    ['10.0.0', true],
    ['v4.3.20', true],
    ['4.2.808-nightly.3', true],
    ['4.2.807', false],
    ['4.2.99', false],
    ['4.1.999', false],
    ['3.9.900', false],
    ['4', false],
    ['', false],
    ['nightly', false],
    [undefined, false],
  ])('of version %j is everything: %j', (version, isFull) => {
    expect(featuresOf(version)).toMatchObject({
      markRead: isFull,
      patchChat: isFull,
      fullChats: isFull,
      htmlText: isFull,
      reminderForm: isFull ? 'iso' : 'ms',
    });
  });

  it.each([
    ['4.2.557', true],
    ['4.2.600', true],
    ['4.3.20', true],
    ['4.2.556', false],
    ['4.1.300', false],
    [undefined, false],
  ])('of version %j is a live socket: %j', (version, hasOne) => {
    expect(featuresOf(version).socket).toBe(hasOne);
  });

  it.each([
    ['4.2.509', true],
    ['4.2.600', true],
    ['4.3.20', true],
    ['4.2.508', false],
    ['4.1.300', false],
    [undefined, false],
  ])('of version %j is to serve pictures: %j', (version, pictures) => {
    expect(featuresOf(version)).toMatchObject({ pictures });
  });
});
