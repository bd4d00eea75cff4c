const DAYS = '(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?';
const MONTHS = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const CLOCK = '\\d{1,2}([:.]\\d{2})?\\s?(am|pm)?';
const DATE = `\\d{1,2}(st|nd|rd|th)?\\s${MONTHS}|${MONTHS}\\s\\d{1,2}(st|nd|rd|th)?|\\d{1,2}[./]\\d{1,2}\\.?|\\d{4}-\\d{2}-\\d{2}`;
const NAMED = 'tomorrow|tonight|today|later|noon|midnight|morning|afternoon|evening|weekend';

/** With what a time in words may begin; whether it is one, chrono-node says where it is read. */
const BEGINNING = new RegExp(
  `^(in (a|an|\\d+) |(at|on) \\S|(this|next) \\S|(the )?day after|(${NAMED}|${DAYS})\\b|(${DATE})(\\s|$)|${CLOCK}($|\\s(${NAMED}|${DAYS}|on )))`,
  'i',
);

export interface WhoAndWhen {
  who: string;
  when: string;
}

/** All the ways to take what was typed for somebody and a time, the longest name first. */
export function splits(text: string): WhoAndWhen[] {
  const words = text.trim().split(/\s+/);
  return words
    .map((_, at) => ({ who: words.slice(0, at).join(' '), when: words.slice(at).join(' ') }))
    .filter(({ who, when }) => who !== '' && BEGINNING.test(when))
    .toReversed();
}
