const DAYS = '(mon|tues?|wed(s|nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?';
const MONTHS = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const CLOCK = "\\d{1,2}([:.]\\d{2})?\\s?([ap]m|[ap]\\.m\\.|o'?clock)?";
const DATE = `\\d{1,2}(st|nd|rd|th)?\\s(of\\s)?${MONTHS}|${MONTHS}\\.?\\s(\\d{1,2}(st|nd|rd|th)?|\\d{4})|\\d{1,2}[./]\\d{1,2}(\\.|[./]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}`;
const NAMED =
  'tomorrow|tmrw?|tonight|today|later|noon|midday|midnight|morning|afternoon|evening|night|weekend|eod|after lunch';

const FIGURE = '\\d+(\\.\\d+)?';
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half( an?)?|an?( few)?|few|several|(a )?couple( of)?';
const UNIT = '(sec(ond)?|min(ute)?|h(ou)?r|day|week|fortnight|month|quarter|year|yr)s?';
const LENGTH = `((\\d+|${NUMBER}) and a half hours?|${FIGURE}\\s?(${UNIT}|s|m|h|d|w|mos?|y)|(${NUMBER})\\s${UNIT})(?![a-z])`;
const ABOUT = '((in|within|for|after|next)\\s)?((about|around|roughly|approximately|just)\\s)?';

/** With what a time in words may begin; whether it is one, chrono-node says where it is read. */
const BEGINNING = new RegExp(
  `^(in (${FIGURE}|${NUMBER}) |${ABOUT}${LENGTH}|(at|on) \\S|(this|next) \\S|(the )?(day after|weekend)|end of (the )?(month|day)|(${NAMED}|${DAYS})\\b|(${DATE})(\\s|$)|${CLOCK}($|\\s(${NAMED}|${DAYS}|on |in the )))`,
  'i',
);

/** What belongs to the time after it, wherever both together may be one: the "in" of "in 2 hours". */
const LEADING =
  /^(in|within|for|after|at|on|this|next|about|around|roughly|approximately|just|half|an?|the)$/i;

export interface WhoAndWhen {
  who: string;
  when: string;
}

/** All the ways to take what was typed for somebody and a time, the longest name first. */
export function splits(text: string): WhoAndWhen[] {
  const words = text.trim().split(/\s+/);
  const from = (at: number) => words.slice(at).join(' ');
  const begins = words.map((_, at) => BEGINNING.test(from(at)));
  return words
    .map((_, at) => ({ at, who: words.slice(0, at).join(' '), when: from(at) }))
    .filter(({ at }) => at > 0 && begins[at])
    .filter(({ at }) => at === 1 || !begins[at - 1] || !LEADING.test(words[at - 1] ?? ''))
    .map(({ who, when }) => ({ who, when }))
    .toReversed();
}
