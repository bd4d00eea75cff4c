import { useEffect, useRef } from 'preact/hooks';

import type { CanAct } from '../../lib/can-act';
import { t } from '../../lib/i18n';
import { IconButton } from '../IconButton';
import { keyGroups } from './key-lines';
import { KeyLines } from './KeyLines';

interface Props {
  canAct: CanAct;
  singleKeys: boolean;
  onClose(): void;
}

/** Every key that does something here, on one card. */
export function KeysOverlay({ canAct, singleKeys, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('keys_title')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      {!singleKeys && <p class="secondary">{t('keys_single_off')}</p>}
      {keyGroups(canAct, singleKeys).map(({ title, lines }) => (
        <section key={title} aria-labelledby={title}>
          <h3 id={title}>{t(title)}</h3>
          <KeyLines lines={lines} />
        </section>
      ))}
    </dialog>
  );
}
