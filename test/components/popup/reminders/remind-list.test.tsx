// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RemindList } from '@/components/popup/reminders/RemindList';
import type { Intent } from '@/lib/model/actions/intent';
import type { TimeSpec, ReadWords, RemindChoice } from '@/lib/model/reminders/last-choice';
import { DEFAULT_HOURS } from '@/lib/model/reminders/times/day-preferences';
import { presetAt } from '@/lib/model/reminders/times/presets';
import { answerInstead } from '@/lib/requests/bridge';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';

const RHYTHM = { ...DEFAULT_HOURS, weekend: [6, 0] };
const TOMORROW = presetAt('tomorrow', NOON, RHYTHM);

let remembered: RemindChoice[] = [];
let chosen: Intent[] = [];

beforeEach(() => {
  resetBrowser();
  remembered = [];
  chosen = [];
  answerInstead(async (_name, choice) => remembered.push(choice as RemindChoice));
});
afterEach(cleanup);

function open(meant: TimeSpec, readWords?: ReadWords) {
  const lastChoice = { meant, dismissOnIncoming: false, archives: false };
  const { getByRole, getAllByRole } = render(
    <RemindList
      about="Ada"
      reminder={undefined}
      canArchive
      now={NOON}
      memory={{ dayPreferences: RHYTHM, lastChoice, ...(readWords && { readWords }) }}
      onIntents={(intents) => chosen.push(...intents)}
      onNow={() => undefined}
      onClose={() => undefined}
    />,
  );
  const items = getAllByRole('menuitem').map(
    (item) => [item.textContent ?? '', item.getAttribute('aria-keyshortcuts')] as const,
  );
  return {
    /** The keys of each line of which this is the text. */
    keysOf: (text: string) =>
      items.filter(([said]) => said.startsWith(text)).map(([, keys]) => keys),
    press: (key: string) => fireEvent.keyDown(getByRole('menu'), { key }),
  };
}

describe('the same as last time', () => {
  it('is not offered twice: the line for its moment has its key, too', () => {
    const { keysOf, press } = open({ preset: 'tomorrow' });
    expect(keysOf('Again')).toStrictEqual([]);
    expect(keysOf('Tomorrow')).toStrictEqual([expect.stringMatching(/^H \d$/)]);
    press('h');
    expect(chosen).toMatchObject([{ kind: 'remind', at: TOMORROW.at }]);
  });

  it('stays what was meant, whatever line has its key', () => {
    const words = 'thu 9';
    const { keysOf, press } = open({ words }, () => TOMORROW);
    const number = keysOf('Tomorrow')[0]?.slice(-1) ?? '';
    press('H');
    press(number);
    expect(remembered.map(({ meant }) => meant)).toStrictEqual([{ words }, { preset: 'tomorrow' }]);
  });

  it('has a line of its own for any other moment', () => {
    const { keysOf, press } = open({ words: 'in 20 min' }, () => ({ at: NOON + 1_200_000 }));
    expect(keysOf('Again: in 20 min')).toStrictEqual(['H']);
    expect(keysOf('Tomorrow')).toStrictEqual([expect.stringMatching(/^\d$/)]);
    press('h');
    expect(chosen).toMatchObject([{ kind: 'remind', at: NOON + 1_200_000 }]);
  });

  it('is not there once its day is over', () => {
    const { keysOf } = open({ words: 'today' }, () => undefined);
    expect(keysOf('Again')).toStrictEqual([]);
  });
});
