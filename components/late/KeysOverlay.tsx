import { useEffect, useRef } from 'preact/hooks';

import { type MessageKey, t } from '../../lib/i18n';
import { IconButton } from '../IconButton';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['j k ↓ ↑', 'keys_move'],
  ['⏎', 'keys_open'],
  ['e', 'keys_archive'],
  ['h b', 'keys_remind'],
  ['H', 'keys_remind_again'],
  ['u', 'keys_read'],
  ['m', 'keys_mute'],
  ['z', 'keys_undo'],
  ['t', 'keys_triage'],
  ['/', 'keys_search'],
  ['f', 'keys_filter'],
  ['?', 'keys_help'],
  ['Esc', 'keys_back'],
];

interface Props {
  canMute: boolean;
  onClose(): void;
}

/** Every key of the popup, on one card. */
export function KeysOverlay({ canMute, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('keys_title')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      <dl>
        {KEYS.filter(([key]) => canMute || key !== 'm').map(([keys, words]) => (
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
