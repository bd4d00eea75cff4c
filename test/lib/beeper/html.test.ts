import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { htmlToText } from '@/lib/beeper/html';
import { toLine } from '@/lib/text/clip';

describe('an HTML body as text', () => {
  it.each([
    ['plain', 'Hello', 'Hello'],
    ['a paragraph', '<p>Hello</p>', 'Hello'],
    ['paragraphs', '<p>One</p><p>Two</p>', 'One Two'],
    ['breaks', 'One<br>Two<br/>Three', 'One Two Three'],
    ['a list', '<ul><li>One</li><li>Two</li></ul>', 'One Two'],
    ['a table', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'a b'],
    ['inline marks', '<b>B</b><i>i</i> <code>x &lt; y</code>', 'Bi x < y'],
    ['a link', '<a href="https://evil.example/">safe</a>', 'safe'],
    ['entities', '&amp;&lt;&gt;&quot;&#39;&#x1F600;&nbsp;&eacute;', `&<>"'😀 é`],
    ['entities written twice', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['an escaped tag', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['less-than signs', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['a comment', 'a<!-- hidden -->b', 'ab'],
    ['upper case', '<P>One</P><SCRIPT>x</SCRIPT>', 'One'],
    ['no end', '<p>One<b>two', 'Onetwo'],
    ['a stray end', '</mx-reply></script>One', 'One'],
    ['nothing', '', ''],
    ['only tags', '<p><br></p>', ''],
    ['white space', ' \n\t One \r\n  two ', 'One two'],
    ['a reply', '<mx-reply><blockquote>Quote<br>more</blockquote></mx-reply>Answer', 'Answer'],
    ['a reply in a reply', '<mx-reply>a<mx-reply>b</mx-reply>c</mx-reply>d', 'd'],
    ['a picture', '<img src=x onerror=alert(1) alt="no">One', 'One'],
    ['a style', '<style>p{color:red}</style>One', 'One'],
    ['a script', '<script>alert("<p>no</p>")</script>One', 'One'],
    ['a drawing', '<svg><text>no</text></svg>One', 'One'],
    ['a closed drawing', '<svg/>One', 'One'],
    ['a head', '<head><title>no</title></head>One', 'One'],
    ['a template', '<template>no</template>One', 'One'],
    ['a placeholder', '<p>{{sender}} reacted</p>', '{{sender}} reacted'],
  ])('of %s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('has none of what nobody sees', () => {
    const [joiner, bom, override, isolate] = ['\u2060', '\uFEFF', '\u202E', '\u2066'];
    expect(htmlToText(`a\u200B${joiner}b${bom}${override}c${isolate}\u0000\u007Fd`)).toBe('abcd');
    expect(htmlToText('safe&#x202E;exe.txt&#0;')).not.toContain('\u202E');
  });

  it('keeps what joins emoji and writes right to left', () => {
    expect(htmlToText('👨‍👩‍👧 שלום')).toBe('👨‍👩‍👧 שלום');
  });

  it('ends a long body with an ellipsis', () => {
    expect(htmlToText('x'.repeat(281))).toBe(`${'x'.repeat(280)}…`);
    expect(htmlToText('x'.repeat(280))).toBe('x'.repeat(280));
  });

  it('never cuts a character in half', () => {
    expect(htmlToText(`${'x'.repeat(279)}😀 and more`)).toBe(`${'x'.repeat(279)}…`);
  });

  it.each([
    ['nested without end', '<div>'.repeat(200_000)],
    ['one huge attribute', `<p title="${'x'.repeat(3_000_000)}">`],
    ['nothing but ampersands', '&'.repeat(3_000_000)],
    ['nothing but less-than signs', '<'.repeat(3_000_000)],
  ])('is quick for a body that is %s', (_what, html) => {
    const before = process.cpuUsage();
    expect(htmlToText(html).length).toBeLessThanOrEqual(281);
    const { user, system } = process.cpuUsage(before);
    // Processor time, µs: what else the machine does must not count.
    expect(user + system).toBeLessThan(2_000_000);
  });

  it('is one well-formed line of bounded length, whatever the body', () => {
    const body = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('<p>', '</p>', '<mx-reply>', '<!--', '&#', '\uD83D', '<svg>'),
      ),
    );
    fc.assert(
      fc.property(body, (parts) => {
        const text = htmlToText(parts.join(''));
        expect(text).toBe(toLine(text));
        expect(text).not.toMatch(/[\n\r\u202A-\u202E\u200B]/);
        expect(text).toBe(text.toWellFormed());
        expect(text.length).toBeLessThanOrEqual(281);
      }),
    );
  });

  it('is the text itself when that was escaped', () => {
    const words = fc.stringMatching(/^[a-z<>&"' ]{0,40}$/);
    fc.assert(
      fc.property(words, (text) => {
        const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(htmlToText(html)).toBe(toLine(text));
      }),
    );
  });
});
