import { useEffect, useRef } from 'preact/hooks';

import type { CanAct } from '../../lib/can-act';
import { type MessageKey, t } from '../../lib/i18n';
import { IconButton } from '../IconButton';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['j k ↓ ↑', 'keys_move'],
  ['⏎', 'keys_open'],
  ['e', 'keys_archive'],
  ['h b', 'keys_remind'],
  ['H', 'keys_remind_again'],
  ['r', 'keys_reply'],
  ['u', 'keys_read'],
  ['m', 'keys_mute'],
  ['z', 'keys_undo'],
  ['/', 'keys_search'],
  ['f', 'keys_filter'],
  ['n', 'keys_new_chat'],
  ['?', 'keys_help'],
  ['Esc', 'keys_back'],
];

/** What must be possible for a key to do anything. */
const NEEDS: Readonly<Record<string, keyof CanAct>> = { m: 'mute', r: 'write', n: 'write' };

interface Props {
  canAct: CanAct;
  onClose(): void;
}

/** Every key of the popup, on one card. */
export function KeysOverlay({ canAct, onClose }: Props) {
  const isThere = (key: string) => {
    const need = NEEDS[key];
    return !need || canAct[need];
  };
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('keys_title')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      <dl>
        {KEYS.filter(([key]) => isThere(key)).map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.split(' ').map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
