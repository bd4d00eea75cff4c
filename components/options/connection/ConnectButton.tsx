import { t } from '@/lib/text/i18n';

interface Props {
  isBusy: boolean;
  onPress(): void;
}

/** The one click; Beeper then asks for the one approval. */
export function ConnectButton({ isBusy, onPress }: Props) {
  return (
    <button
      type="button"
      class="button is-primary is-large"
      aria-disabled={isBusy}
      onClick={onPress}
    >
      {t('options_connect')}
    </button>
  );
}
