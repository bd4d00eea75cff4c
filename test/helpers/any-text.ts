import * as fc from 'fast-check';

import { NOON } from './clock';

/** Names that every object has already, or that the language gives a meaning of their own. */
export const ODD_NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'prototype',
  'toString',
  'valueOf',
  'then',
  '',
] as const;

/** Written in place of what JSON.stringify cannot write. */
const RAW: Readonly<Record<string, string>> = {
  '"@@huge"': '1e999',
  '"@@minus"': '-1e999',
  '"@@list"': '['.repeat(20_000) + ']'.repeat(20_000),
  '"@@object"': `${'{"id":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
};

export function jsonOf(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll(/"@@\w+"/g, (mark) => RAW[mark] ?? mark);
}

/** Where a picture may be said to be; of these only some lead to the connected Beeper. */
const ADDRESSES = [
  'mxc://local.beeper.com/a',
  'localmxc://a',
  'mxc:///a',
  'file:///home/robin/a%20b',
  'file://evil.example/share/a',
  'file:////evil.example/share/a',
  '/home/robin/a b?c#d%e',
  '/\uD800',
  '//evil.example/a',
  'C:\\Users\\Robin\\a.png',
  '\\\\evil.example\\share\\a.png',
  'https://evil.example/a.png',
  'data:image/svg+xml,<svg/>',
  `mxc://${'a'.repeat(600)}`,
];

/** In place of a value of whatever type. */
export const anyOddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...ODD_NAMES, '@@huge', '@@minus', '@@list', '@@object'),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { items: null }, { id: {} }),
  fc.constantFrom(0, -1, -7.5, 0.5, 1.5, 2 ** 53, 1e21, 1e308, -1e308, 8.64e15, -8.64e15, 8.65e15),
  fc.constantFrom(NOON + 60_000.5, NOON - 60_000.5),
  fc.constantFrom(' ', 'NaN', 'Infinity', '-1', '1e400', '0x7', 'null', 'undefined', 'true'),
  fc.constantFrom('+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '0000-00-00'),
  fc.constantFrom(
    '\0',
    'a\0b',
    '\uD800',
    'x\uDFFF',
    '\uFEFF',
    '\u200B',
    'safe\u202Eexe',
    '\u2067x',
  ),
  fc.constantFrom(...ADDRESSES),
  fc.constantFrom('.', '..', '../..', '%2e%2e', '?x=1#y', '\r\n', '//', 'a/b\\c'),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary-ascii' }),
);

const SCRIPT = 'window.__owned=1';

const MARKUP = [
  `<script>${SCRIPT}</script>`,
  `</title><script>${SCRIPT}</script><b>Eve`,
  `<img src=x onerror="${SCRIPT}">`,
  `"><b onmouseover=${SCRIPT} x="`,
  `' autofocus onfocus='${SCRIPT}' '`,
  `<svg onload=${SCRIPT}><use href="data:image/svg+xml,<svg id=x onload=${SCRIPT}>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><img src onerror=${SCRIPT}>`,
  `<iframe srcdoc="<script>parent.__owned=1</script>"></iframe>`,
  '<style>*{display:none}@import "//evil.example/x"</style><b>styled</b>',
  '<base href="https://evil.example/"><a href="x">relative</a>',
  `<meta http-equiv=refresh content="0;url=javascript:${SCRIPT}">`,
  '<link rel=stylesheet href=//evil.example/x.css><object data=//evil.example></object><embed src=x>',
  `<a href="javascript:${SCRIPT}">your invoice</a>`,
  `<form action=javascript:${SCRIPT}><button formaction=x>send</button><input autofocus></form>`,
  `<template><script>${SCRIPT}</script></template><noscript><p title="</noscript><img src=x>">`,
  '<p style="position:fixed;inset:0">over everything<video autoplay><source onerror=x>',
  `javascript:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  `&lt;script&gt;${SCRIPT}&lt;/script&gt; &#60;b&#62; &#x3c;i&#x3e; &lt &ampamp; &#0; &#xD800; &#9999999;`,
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>&b; <![CDATA[<b>]]> <?xml <!-- <%',
  '<p>never closed <b><i <a title="',
  '<mx-reply>quoted</mx-reply><br><li>{{sender}} says {{sender}}',
  '$& $1 $` {{sender}} ${SCRIPT} {0} %s $$',
  'gnp.\u202Ecod\u202C \u2066x\u2069 \u200F\u200E',
  'nul\0 bell\u0007 half\uD83D other\uDE00 end',
];

/** What a person, a bridge or another program may put where a text belongs. */
export const anyHostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_NAMES, '.', '..', '\0', '\uD800', '\u200B', ':') },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...MARKUP), fc.string()).map((t) => t.join('')),
  },
);

const KILOBYTES = 100;

/** As long as a whole letter, and costly to look through. */
export const anyHugeText: fc.Arbitrary<string> = fc
  .constantFrom('x', '😀', ' \u202E', 'a\u0301', '&amp;', '&#60;', '<', '<b>', '<!--', '{{sender}}')
  .map((part) => part.repeat(Math.ceil((KILOBYTES * 1024) / part.length)));
