import { beforeEach, describe, expect, it } from 'vitest';

import { POPUP_KEYS, ROW_KEYS } from '../../components/keys';
import { keyGroups } from '../../components/late/key-lines';
import { canActWith } from '../../lib/can-act';
import { t } from '../../lib/i18n';
import { resetBrowser } from '../helpers/fake-browser';

beforeEach(resetBrowser);

const ALL = canActWith({ isConnected: true, version: '4.3.20', access: 'full' });
const NOTHING = canActWith({ isConnected: true, version: '4.3.20', access: 'readOnly' });

function shownKeys(...asked: Parameters<typeof keyGroups>): string[] {
  return keyGroups(...asked).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
}

describe('the card of keys', () => {
  it('has every key that does something, once, and again where it does more', () => {
    const shown = shownKeys(ALL, true);
    const keys = [...Object.keys(ROW_KEYS), ...Object.keys(POPUP_KEYS)];
    const printed = keys.map((key) =>
      key === ' ' ? t('key_space') : key.replace(/^[A-Z]$/, (letter) => `⇧${letter.toLowerCase()}`),
    );
    expect(shown).toStrictEqual(expect.arrayContaining(printed));
    const twice = shown.filter((key, place) => shown.indexOf(key) < place);
    expect(twice).toStrictEqual(['r']);
  });

  it('leaves out what this Beeper does not let a person do', () => {
    expect(shownKeys(NOTHING, true)).not.toContain('e');
    expect(shownKeys(NOTHING, true)).toContain('h');
  });

  it('has no letters or signs where they are switched off', () => {
    const shown = shownKeys(ALL, false);
    expect(shown.filter((key) => /^⇧?[!-~]$/.test(key))).toStrictEqual([]);
    expect(shown).toStrictEqual(expect.arrayContaining(['↓', '⇧↓', '⏎', 'Esc', 'F1']));
  });
});
