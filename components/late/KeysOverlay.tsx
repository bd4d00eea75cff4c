import type { CanAct } from '../../lib/can-act';
import { useEffect, useRef } from 'preact/hooks';

import { type MessageKey, t } from '../../lib/i18n';
import { IconButton } from '../IconButton';

const KEYS: readonly (readonly [string, MessageKey, (keyof CanAct)?])[] = [
  ['j k ↓ ↑', 'keys_move'],
  ['⏎', 'keys_open'],
  ['e', 'keys_archive', 'archive'],
  ['h b', 'keys_remind'],
  ['H', 'keys_remind_again'],
  ['u', 'keys_read', 'markRead'],
  ['m', 'keys_mute', 'mute'],
  ['p', 'keys_pin', 'pin'],
  ['l', 'keys_priority', 'lowPriority'],
  ['Space', 'keys_peek'],
  ['i', 'keys_details'],
  ['.', 'keys_more'],
  ['z', 'keys_undo'],
  ['t', 'keys_triage'],
  ['/', 'keys_search'],
  ['f', 'keys_filter'],
  ['?', 'keys_help'],
  ['Esc', 'keys_back'],
];

interface Props {
  canAct: CanAct;
  onClose(): void;
}

/** Every key of the popup, on one card. */
export function KeysOverlay({ canAct, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('keys_title')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      <dl>
        {KEYS.filter(([, , needs]) => !needs || canAct[needs]).map(([keys, words]) => (
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
