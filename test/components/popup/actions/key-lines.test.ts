// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { destinationOf, sideways } from '@/components/parts/move-focus';
import { keyGroups } from '@/components/popup/actions/key-lines';
import { keyName } from '@/components/popup/actions/key-name';
import { POPUP_ACTIONS } from '@/components/popup/actions/popup-actions';
import { ACTIONS } from '@/components/popup/actions/table';
import { doesTriageKey } from '@/components/popup/triage/triage-keys';
import { canActWith } from '@/lib/model/chats/capabilities';
import { aChat } from '../../../helpers/builders';
import { resetBrowser, speak } from '../../../helpers/fake-browser';
import { messagesOf } from '../../../helpers/locales';

beforeEach(resetBrowser);
afterEach(() => {
  document.documentElement.dir = '';
});

const ALL = canActWith({ isConnected: true, version: '4.3.20', access: 'full' });
const NOTHING = canActWith({ isConnected: true, version: '4.3.20', access: 'readOnly' });

/** Every key of a keyboard that somebody may think of. */
const KEYBOARD = [
  ...Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)),
  ...['Up', 'Down', 'Left', 'Right'].map((way) => `Arrow${way}`),
  ...'Home End PageUp PageDown Insert Delete Enter Tab Backspace'.split(' '),
];

function shownKeys(...asked: Parameters<typeof keyGroups>): string[] {
  return keyGroups(...asked).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys));
}

function ofGroup(title: string): string[] {
  const group = keyGroups(ALL, true).find((one) => one.title === title);
  return group?.lines.flatMap(({ keys }) => keys) ?? [];
}

const nothing = () => undefined;

function actsInRun(key: string): boolean {
  return doesTriageKey(
    new KeyboardEvent('keydown', { key, shiftKey: /[A-Z]/.test(key) && key.length === 1 }),
    {
      row: { chat: aChat({ unreadCount: 1 }), isWaiting: false },
      runAction: nothing,
      moves: { skip: nothing, back: nothing, undo: nothing },
      canAct: ALL,
      singleKeys: true,
    },
  );
}

describe('the card of keys', () => {
  it('has every key that does something, once, and again where it does more', () => {
    const shown = shownKeys(ALL, true);
    const all = [...Object.values(ACTIONS), ...Object.values(POPUP_ACTIONS)];
    const keys = all.flatMap((action) => action.keys);
    expect(shown).toStrictEqual(expect.arrayContaining(keys.map(keyName)));
    const twice = shown.filter((key, place) => shown.indexOf(key) < place);
    expect(twice).toStrictEqual(['r', '→', '←']);
  });

  it('has every key that moves', () => {
    const moving = KEYBOARD.filter(
      (key) => destinationOf(key, 1, 3) !== undefined || sideways(key),
    );
    expect(moving).toStrictEqual(expect.arrayContaining(['PageUp', 'End', 'j', 'ArrowLeft']));
    expect(ofGroup('keys_group_move')).toStrictEqual(expect.arrayContaining(moving.map(keyName)));
  });

  it.each(['ltr', 'rtl'])('has every key of a run, where the page runs %s', (direction) => {
    document.documentElement.dir = direction;
    const acting = KEYBOARD.filter(actsInRun);
    expect(acting).toStrictEqual(expect.arrayContaining(['s', 'ArrowLeft', 'ArrowRight']));
    expect(shownKeys(ALL, true)).toStrictEqual(expect.arrayContaining(acting.map(keyName)));
    const [onward, back] = direction === 'ltr' ? '→←' : '←→';
    expect(ofGroup('keys_group_triage')).toStrictEqual(['r', 's', onward, back]);
  });

  it('calls keys as the keyboards of the language do', () => {
    speak(messagesOf('de'), 'de');
    expect(ofGroup('keys_group_move')).toStrictEqual(
      expect.arrayContaining(['Pos1', 'Ende', 'Bild auf', 'Bild ab', 'Esc']),
    );
    speak(messagesOf('fr'), 'fr');
    expect(ofGroup('keys_group_move')).toStrictEqual(
      expect.arrayContaining(['Origine', 'Fin', 'Échap']),
    );
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
