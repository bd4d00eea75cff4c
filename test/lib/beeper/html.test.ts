import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { htmlToLines, htmlToText } from '@/lib/beeper/html';
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
    ['a picture', '<img src=x onerror=alert(1) alt="a tree">One', 'a tree One'],
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

describe('an HTML body is understood before it is cut', () => {
  const QUOTE = `<mx-reply><blockquote>${'Much was said before. '.repeat(700)}</blockquote></mx-reply>`;
  const CAT = '<img data-mx-emoticon alt=":party_cat:" src="mxc://x/y">';

  it.each([
    ['an answer to a long message', `${QUOTE}Yes, tomorrow at ten`, 'Yes, tomorrow at ten'],
    ['an answer behind much markup', `${'<b></b>'.repeat(5000)}Here`, 'Here'],
    ['an answer without its quote', '<mx-reply>never closed', ''],
    ['a custom emoji', CAT, ':party_cat:'],
    ['a custom emoji in words', `Oh ${CAT}!`, 'Oh :party_cat:!'],
    ['an emoji with a title only', '<img data-mx-emoticon title=":x:">', ':x:'],
    [
      'a picture with words',
      'See<img alt="a tree &amp; a house">there',
      'See a tree & a house there',
    ],
    ['a picture without', 'See<img src="mxc://x/y">there', 'Seethere'],
    ['a spoiler', 'It was <span data-mx-spoiler>Professor Plum</span>.', 'It was ▒▒▒▒.'],
    ['a spoiler with a reason', '<span data-mx-spoiler="who">Plum</span>', '▒▒▒▒'],
    [
      'a spoiler in a spoiler',
      '<span data-mx-spoiler>a<span data-mx-spoiler>b</span>c</span>d',
      '▒▒▒▒d',
    ],
    ['a spoiler that never ends', 'a<span data-mx-spoiler>b', 'a▒▒▒▒'],
    ['marks of private use', 'a\uE000b\uE001c', 'abc'],
    ['table cells', '<table><tr><td>Mon</td><td>9-17</td></tr></table>', 'Mon 9-17'],
    ['a raised number', '10<sup>5</sup>', '10^5'],
    ['a raised ending', '1<sup>st</sup>', '1st'],
    ['a numbered list', '<ol start=3><li>c</li><li>d</li></ol>', '3. c 4. d'],
    ['a list in a list', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '1. a b 2. c'],
    ['struck words', '<del>no</del> yes', 'no yes'],
    ['code', '<code>a &amp;&amp; b</code>', 'a && b'],
  ])('%s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('also where an entity comes in two pieces', () => {
    for (let at = 16_370; at < 16_390; at += 1) {
      const text = htmlToText(`${'<b></b>'.repeat(100).padEnd(at, ' ')}x&amp;y`);
      expect(text).toBe('x&y');
    }
  });

  it('of a megabyte in time that grows with its length alone', () => {
    expect(htmlToText(`${'<p>'.repeat(300_000)}Hello`)).toBe('Hello');
  });
});

describe('an HTML body in its lines', () => {
  it.each([
    ['keeps how code is indented', '<pre>if a:\n    b()\n</pre>', 'if a:\n    b()'],
    ['numbers items', '<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    ['has blanks of its source no longer', '<p>One</p>\n  <p>Two</p>', 'One\nTwo'],
    ['marks what is hidden', 'It was <span data-mx-spoiler>Plum</span>', 'It was \uE000Plum\uE001'],
  ])('%s', (_what, html, text) => {
    expect(htmlToLines(html)).toBe(text);
  });
});
