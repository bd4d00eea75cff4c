import { t } from '@/lib/text/i18n';

interface Props {
  address: string;
  /** It was tried and cannot be used. */
  isWrong: boolean;
  onType(address: string): void;
  /** Somebody is in the field, or no longer. */
  onHold(isHeld: boolean): void;
}

/** Where Beeper is. */
export function AddressField({ address, isWrong, onType, onHold }: Props) {
  return (
    <div class="field">
      <label for="address">{t('options_address')}</label>
      <input
        id="address"
        type="text"
        dir="ltr"
        inputMode="url"
        spellcheck={false}
        autocomplete="off"
        aria-invalid={isWrong}
        aria-describedby="address-hint"
        value={address}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p id="address-hint" class="secondary">
        {t('options_address_hint')}
      </p>
    </div>
  );
}
