import type { Attachment } from '@beeper/desktop-api/resources/shared';

import type { MessageRecord } from '../world/records';

/** HTML as it arrives over bridges: lists, entities, quotes, invisible letters and plain hostility. */
export const HTML_BODIES: readonly string[] = [
  '<p>Shopping for tonight:</p><ul><li>rice</li><li>two limes</li><li>coriander</li></ul>',
  '<ol><li>Take the 7 to the harbour</li><li>Left at the bakery</li><li>Ring twice</li></ol>',
  'First line<br>second line<br/><br/>and one after a gap',
  '<p>Tom &amp; Jerry &lt;3 &quot;cheese&quot; &#8211; 5 &gt; 4 &nbsp;&hellip;</p>',
  '<p>The map is <a href="https://example.com/map?day=sat&amp;zoom=3">here</a>, see you <strong>soon</strong></p>',
  '<mx-reply><blockquote><a href="https://example.com/e">In reply to</a> Maya<br>Are you coming?</blockquote></mx-reply>Yes, in ten minutes',
  '<p>A\u200Bword\u200Cwith\u200Dno\uFEFF visible \u2060seams</p>',
  '<p>Deploy with <code>make &lt;target&gt;</code>, then <em>wait</em></p><pre><code>ok 12\nok 13</code></pre>',
  '<blockquote><p>The early bird</p></blockquote><p>can have the worm, I want breakfast</p>',
  '<p></p><p>Sorry, sent too early</p><p></p>',
];

export const HOSTILE_BODIES: readonly string[] = [
  '<img src=x onerror="window.__owned=1">free stickers inside',
  '<script>window.__owned=1</script><p>hello there</p>',
  '<a href="javascript:window.__owned=1">your invoice</a>',
  '<p style="position:fixed;inset:0;background:red">look</p><svg onload=window.__owned=1></svg>',
  '<iframe srcdoc="<script>parent.__owned=1</script>"></iframe>win a bicycle',
  '<p>\u202Egnp.ecioffi\u202C is not what it seems</p>',
];

type Media = Pick<MessageRecord, 'type' | 'attachments'>;

const MEDIA_KINDS: readonly [type: NonNullable<MessageRecord['type']>, attachment: Attachment][] = [
  ['IMAGE', { type: 'img', mimeType: 'image/png', size: { width: 1200, height: 900 } }],
  ['VIDEO', { type: 'video', mimeType: 'video/mp4', duration: 14, fileName: 'seagulls.mp4' }],
  ['VOICE', { type: 'audio', mimeType: 'audio/ogg', duration: 23, isVoiceNote: true }],
  ['AUDIO', { type: 'audio', mimeType: 'audio/mpeg', duration: 201, fileName: 'demo-take-3.mp3' }],
  [
    'FILE',
    { type: 'unknown', mimeType: 'application/pdf', fileName: 'tickets.pdf', fileSize: 48_213 },
  ],
  ['STICKER', { type: 'img', mimeType: 'image/webp', isSticker: true }],
  ['IMAGE', { type: 'img', mimeType: 'image/gif', isGif: true, fileName: 'dancing-otter.gif' }],
];

/** One message of each kind that carries no text, and a place on the map, which has neither. */
export function mediaOf(serial: number): Media {
  const kind = MEDIA_KINDS[serial % (MEDIA_KINDS.length + 1)];
  if (!kind) return { type: 'LOCATION' };
  const [type, attachment] = kind;
  const id = `mxc://media.beeper.local/clip${serial}`;
  return { type, attachments: [{ id, srcURL: id, ...attachment }] };
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As Beeper keeps a draft: paragraphs and lines as HTML, the plainest Markdown rendered. */
export function formatDraft(text: string): string {
  const html = escapeText(text).replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
  const paragraphs = html.split(/\n{2,}/).map((lines) => lines.replaceAll('\n', '<br>'));
  return paragraphs.map((lines) => `<p>${lines}</p>`).join('');
}
