import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  draftOf,
  type Drafts,
  EMPTY_DRAFTS,
  marksOf,
  writeDraft,
} from '@/lib/model/messages/draft';
import { stepOf } from '@/lib/model/messages/merge-draft';
import { readDrafts } from '@/lib/model/messages/parse-drafts';
import {
  afterStop,
  isSending,
  markFailed,
  markSending,
  markSent,
  markUnsure,
  pressSend,
} from '@/lib/model/messages/reply';
import { NOON } from '../../../helpers/clock';

const chatID = '!ada';

type Event =
  | { kind: 'type'; text: string }
  | { kind: 'press' }
  /** The page heard no answer and asks once more. */
  | { kind: 'repeat' }
  | { kind: 'leave' }
  | { kind: 'answer'; is: 'ok' | 'refused' | 'lost' }
  | { kind: 'found' }
  | { kind: 'stop' };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('', 'hi', 'hi there') }),
  fc.record({ kind: fc.constant('press' as const) }),
  fc.record({ kind: fc.constant('repeat' as const) }),
  fc.record({ kind: fc.constant('leave' as const) }),
  fc.record({
    kind: fc.constant('answer' as const),
    is: fc.constantFrom('ok' as const, 'refused' as const, 'lost' as const),
  }),
  fc.record({ kind: fc.constant('found' as const) }),
  fc.record({ kind: fc.constant('stop' as const) }),
);

/** A field, a worker and a Beeper, as far as sending goes. */
class Desk {
  drafts: Drafts = EMPTY_DRAFTS;
  field = '';
  now = NOON;
  last = { id: 'none', text: '', at: NOON };
  presses = 0;
  /** How often each press made a message leave. */
  left = new Map<string, number>();
  /** Texts that Beeper is known to have. */
  arrived = new Set<string>();

  do(event: Event): void {
    this.now += 1;
    const { last } = this;
    const which = { id: draftOf(this.drafts, chatID)?.send?.id ?? '', chatID };
    switch (event.kind) {
      case 'type':
        this.field = event.text;
        this.drafts = writeDraft(this.drafts, { chatID, text: this.field, at: this.now, from: '' });
        return;
      case 'press':
        this.presses += 1;
        this.last = { id: `press-${this.presses}`, text: this.field, at: this.now };
        return this.#press();
      case 'repeat':
        return last.text ? this.#press() : undefined;
      case 'leave': {
        const before = this.drafts;
        this.drafts = markSending(before, which, []);
        // The shell sends where this very change has made it `sending`.
        if (this.drafts !== before && isSending(this.drafts, which) && !isSending(before, which)) {
          this.left.set(which.id, (this.left.get(which.id) ?? 0) + 1);
        }
        return;
      }
      case 'answer':
        if (!isSending(this.drafts, which)) return;
        if (event.is === 'ok') return this.#arrive(which);
        this.drafts =
          event.is === 'lost'
            ? markUnsure(this.drafts, which)
            : markFailed(this.drafts, which, 'refused');
        return;
      case 'found':
        if (draftOf(this.drafts, chatID)?.send?.state === 'unsure') this.#arrive(which);
        return;
      case 'stop':
        this.drafts = afterStop(readDrafts(JSON.parse(JSON.stringify(this.drafts)))!, () => false);
    }
  }

  #press(): void {
    this.drafts = pressSend(this.drafts, { ...this.last, chatID, from: '' }, this.now);
  }

  #arrive(which: { id: string; chatID: string }): void {
    const { text = '' } = draftOf(this.drafts, chatID)?.send ?? {};
    this.arrived.add(text);
    this.drafts = markSent(this.drafts, which);
    if (this.field === text) this.field = '';
  }
}

describe('a message', () => {
  it('leaves at most once for each press, and what is in the field is never lost', () => {
    const playing = fc.property(fc.array(anyEvent, { maxLength: 60, size: 'max' }), (events) => {
      const desk = new Desk();
      for (const event of events) {
        desk.do(event);
        expect(Math.max(0, ...desk.left.values())).toBeLessThan(2);
        const draft = draftOf(desk.drafts, chatID);
        const isKept = draft?.text === desk.field || draft?.send?.text === desk.field;
        expect(isKept || !desk.field.trim() || desk.arrived.has(desk.field)).toBe(true);
      }
    });
    fc.assert(playing, { numRuns: 200 });
  });

  it('that had left when the worker stopped is unsure, one that had not is not sent', () => {
    const pressed = { id: '1', chatID, text: 'hi', at: NOON, from: '' };
    const asked = pressSend(EMPTY_DRAFTS, pressed, NOON);
    const sending = markSending(asked, { id: '1', chatID }, []);
    const states = [asked, sending].map((drafts) =>
      marksOf(
        draftOf(
          afterStop(drafts, () => false),
          chatID,
        ),
      ),
    );
    expect(states).toMatchObject([{ lost: 'failed' }, { lost: 'unsure' }]);
    // The page that pressed it is still there and asks again: nothing had left.
    const again = pressSend(
      afterStop(asked, () => false),
      pressed,
      NOON,
    );
    expect(draftOf(again, chatID)?.send?.state).toBe('asked');
    expect(
      pressSend(
        afterStop(sending, () => false),
        pressed,
        NOON,
      ),
    ).toStrictEqual(afterStop(sending, () => false));
  });

  it('sent again is looked for first, by what the earlier one left behind', () => {
    const pressed = { id: '1', chatID, text: 'hi', at: NOON, from: '' };
    const left = markSending(pressSend(EMPTY_DRAFTS, pressed, NOON), { id: '1', chatID }, ['7']);
    const again = pressSend(
      markUnsure(left, { id: '1', chatID }),
      { ...pressed, id: '2' },
      NOON + 9,
    );
    expect(draftOf(again, chatID)?.send).toMatchObject({ earlier: { at: NOON, seen: ['7'] } });
  });
});

describe('a draft here and one at Beeper', () => {
  const agreed = { ours: 'hi', theirs: 'hi' };
  it.each([
    ['new here', { text: 'hi', at: 0 }, '', 'put'],
    ['new here while somebody writes there', { text: 'hi', at: 0 }, 'hello', 'apart'],
    ['the same', { text: 'hi', at: 0 }, 'hi', 'agreed'],
    ['the same, less its Markdown', { text: '**hi**  you', at: 0 }, 'hi you', 'agreed'],
    ['changed here', { text: 'hi you', at: 0, agreed }, 'hi', 'put'],
    ['changed there', { text: 'hi', at: 0, agreed }, 'hi all', 'take'],
    ['gone there', { text: 'hi', at: 0, agreed }, '', 'take'],
    ['changed on both sides', { text: 'hi you', at: 0, agreed }, 'hi all', 'apart'],
    ['changed here and gone there', { text: 'hi you', at: 0, agreed }, '', 'put'],
    ['emptied here', { text: ' ', at: 0, agreed }, 'hi', 'put'],
  ] as const)('%s', (_case, draft, theirs, step) => {
    expect(stepOf(draft, theirs)).toBe(step);
  });
});
