import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { imageType } from '@/lib/beeper/image-type';
import { bytes, FILES } from '../../helpers/pictures';

describe('a file', () => {
  it.each(Object.entries(FILES))('is %s by how it begins', (type, file) => {
    expect(imageType(file)).toBe(type);
  });

  it.each([
    '',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    '<?xml version="1.0"?><svg/>',
    '\xef\xbb\xbf<svg/>',
    ' GIF89a',
    'GIF',
    '<!doctype html>',
    '{"error":"not found"}',
    'RIFF\x24\0\0\0WAVEfmt ',
    '\0\0\0\x20ftypisom\0\0\0\0',
    '%PDF-1.7',
  ])('is no picture: %j', (text) => {
    expect(imageType(bytes(text))).toBeUndefined();
  });

  it('can be anything at all', () => {
    const types = new Set([undefined, ...Object.keys(FILES)]);
    const listQuery = fc.property(fc.uint8Array({ maxLength: 40 }), (file) =>
      types.has(imageType(file)),
    );
    expect(() => fc.assert(listQuery)).not.toThrow();
  });
});
