import { useEffect, useRef } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import type { CanAct } from '@/lib/model/chats/capabilities';
import { t } from '@/lib/text/i18n';
import { KeyLines } from './KeyLines';
import { keyGroups } from './key-lines';

interface Props {
  canAct: CanAct;
  singleKeys: boolean;
  onClose(): void;
}

/** Every key that does something here, on one card. */
export function KeysOverlay({ canAct, singleKeys, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  /** At once: the dialog's own "close" comes later, and a key pressed before would be lost. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
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
