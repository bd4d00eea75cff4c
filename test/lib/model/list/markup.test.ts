import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readVNodeData } from '@/lib/model/list/markup';

describe('stored markup', () => {
  it('is read as it is', () => {
    const markup = [
      'li',
      { class: 'row', 'data-chat': '!ada', 'aria-label': 'Ada' },
      ['<b>Ada</b>', ['svg', { viewBox: '0 0 16 16' }, [['path', { d: 'M8 8' }, []]]]],
    ];
    expect(readVNodeData(markup)).toBe(markup);
    expect(readVNodeData('Ada')).toBe('Ada');
  });

  it.each([
    ['an element that does something', ['script', {}, ['alert(1)']]],
    ['one deep inside', ['div', {}, [['p', {}, [['iframe', {}, []]]]]]],
    ['a name that only ends like a known one', ['x-div', {}, []]],
    ['an attribute that does something', ['div', { onclick: 'alert(1)' }, []]],
    ['an address', ['button', { formaction: 'https://example.com' }, []]],
    ['a style', ['div', { style: 'position:fixed' }, []]],
    ['a value that is no text', ['div', { class: 7 }, []]],
    ['an element without attributes', ['div', null, []]],
    ['an element without children', ['div', {}]],
    ['a name that is no text', [{ toString: 0 }, {}, []]],
    ['nothing', null],
  ])('with %s is not read at all', (_name, value) => {
    expect(readVNodeData(value)).toBeUndefined();
  });

  it('never throws', () => {
    const reading = fc.property(fc.jsonValue(), (value) => void readVNodeData(value));
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
