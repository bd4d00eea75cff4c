import { useRef } from 'preact/hooks';

import { t } from '@/lib/text/i18n';

interface Props {
  /** A token that works is kept already. */
  isKept: boolean;
  isBusy: boolean;
  /** Resolves to whether Beeper let us in. */
  onSave(token: string): Promise<boolean>;
}

/** The other way of connecting: a token made in Beeper. It never stays in the page. */
export function TokenField({ isKept, isBusy, onSave }: Props) {
  const field = useRef<HTMLInputElement>(null);

  const save = async () => {
    if (isBusy) return;
    const isLetIn = await onSave(field.current?.value ?? '');
    if (isLetIn && field.current) field.current.value = '';
  };

  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="token">{t('options_token')}</label>
      <span class="together">
        <input
          ref={field}
          id="token"
          type="password"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="token-hint"
        />
        <button type="submit" class="button" aria-disabled={isBusy}>
          {t('options_save_token')}
        </button>
      </span>
      <p id="token-hint" class="secondary">
        {t(isKept ? 'options_token_kept' : 'options_token_hint')}
      </p>
    </form>
  );
}
