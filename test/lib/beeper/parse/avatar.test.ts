import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPictureAddress } from '@/lib/beeper/parse/avatar';
import { anyHostileText, anyOddValue } from '../../../helpers/any-text';

describe('an address of a picture', () => {
  it.each([
    'mxc://local.beeper.com/ada',
    'localmxc://local.beeper.com/ada',
    'file:///home/robin/.config/BeeperTexts/media/local.beeper.com/ada',
    'file:///C:/Users/Robin/AppData/ada.png',
    'MXC://local.beeper.com/ada',
  ])('leads to Beeper: %s', (address) => {
    expect(readPictureAddress(address)).toBe(address);
  });

  it.each([
    ['/home/robin/media/ada', 'file:///home/robin/media/ada'],
    [
      '/Users/Robin/Library/Application Support/a',
      'file:///Users/Robin/Library/Application%20Support/a',
    ],
    ['/a/100%/b?c#d', 'file:///a/100%25/b%3Fc%23d'],
    ['/a/%20', 'file:///a/%2520'],
    ['/bücher/ada', 'file:///b%C3%BCcher/ada'],
    ['/half/\uD800', 'file:///half/%EF%BF%BD'],
    ['C:\\Users\\Robin Maple\\ada.png', 'file:///C:/Users/Robin%20Maple/ada.png'],
    ['d:/media/ada', 'file:///d:/media/ada'],
  ])('of a file may be a path: %s', (path, address) => {
    expect(readPictureAddress(path)).toBe(address);
  });

  it.each([
    'https://avatars.example.com/ada.png',
    'http://localhost:23373/ada.png',
    '//avatars.example.com/ada.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/svg+xml,<svg/>',
    'blob:https://avatars.example.com/1',
    'javascript:alert(1)',
    'asset://ada',
    'file://evil.example/share/ada.png',
    'file:////evil.example/share/ada.png',
    'file:///\\evil.example\\share\\ada.png',
    '\\\\evil.example\\share\\ada.png',
    '/\\evil.example\\share',
    'C:\\\\evil',
    'C:ada.png',
    'ada.png',
    '../ada.png',
    '/',
    '/..',
    '/a/..//evil.example/share',
    'file:///a/..//evil.example/share',
    'file:///a/%2e%2e//evil.example/share',
    'mxc://',
    'mxc:///ada',
    'mxc:ada',
    'mxc://a/\n1',
    'mxc://a/\0',
    '',
    ' ',
    null,
    undefined,
    7,
    {},
    ['mxc://a/1'],
  ])('leads nowhere: %j', (address) => {
    expect(readPictureAddress(address)).toBeUndefined();
  });

  it.each([
    [`mxc://${'a'.repeat(494)}`, true],
    [`mxc://${'a'.repeat(495)}`, false],
    [`/${'a'.repeat(492)}`, true],
    [`/${'ü'.repeat(400)}`, false],
  ])('may be so long and no longer: %s', (address, isFine) => {
    expect(readPictureAddress(address) !== undefined).toBe(isFine);
  });

  it('never throws, and is never of the web', () => {
    const any = fc.oneof(anyOddValue, anyHostileText, fc.string({ unit: 'binary' }));
    const reading = fc.property(any, fc.constantFrom('', '/', 'mxc://', 'C:\\'), (value, start) => {
      const address = readPictureAddress(typeof value === 'string' ? start + value : value);
      expect(address ?? 'mxc://a').toMatch(/^((local)?mxc:\/\/|file:\/\/\/)[^/\\]/i);
    });
    fc.assert(reading, { numRuns: 500 });
  });
});
