import { describe, expect, it } from 'vitest';

import { spokenLabel } from '@/lib/text/spoken-label';
import { LOCALES, textsOf } from '../../helpers/locales';

describe('what a button with a word on it is called', () => {
  it.each([
    ['Archive', 'Archive Ada', 'Archive Ada'],
    ['Archiv', 'Ada archivieren', 'Archiv: Ada archivieren'],
    ['Recordar', 'Recordarme Ada', 'Recordar: Recordarme Ada'],
    ['Read', 'Mark Ada as read', 'Mark Ada as read'],
    ['ミュート', 'Adaをミュート', 'Adaをミュート'],
    ['リマインド', 'リマインダー', 'リマインド: リマインダー'],
    ['(?)', 'Ada', '(?): Ada'],
  ])('with %j on it, and %j', (word, name, label) => {
    expect(spokenLabel(word, name)).toBe(label);
  });

  it.each(LOCALES)('%s: holds the word in a run through the unread chats', (locale) => {
    const texts = textsOf(locale);
    for (const [word, name] of [
      ['archive', 'archive'],
      ['unarchive', 'unarchive'],
      ['remind', 'remind'],
      ['reply', 'reply'],
      ['read', 'mark_read'],
      ['unread', 'mark_unread'],
      ['mute', 'mute'],
      ['unmute', 'unmute'],
      ['open', 'open'],
    ] as const) {
      const [seen = '', spoken = ''] = [texts[`triage_do_${word}`], texts[`chat_${name}`]];
      const label = spokenLabel(seen, spoken);
      expect(label.toLowerCase()).toContain(seen.toLowerCase());
      expect(label).toContain('$1');
    }
  });
});
