import type { Found, Sighting } from '../lib/found';
import { t } from '../lib/i18n';

interface Props {
  found: Found | null;
  isLooking: boolean;
  /** The address in the field above. */
  inUse: string;
  onUse(address: string): void;
}

/** Who answers on this computer: every Beeper by name and version, and who is in its place. */
export function FoundList({ found, isLooking, inUse, onUse }: Props) {
  const beepers = found?.beepers ?? [];
  const strangers = found?.strangers.slice(0, MOST_STRANGERS) ?? [];
  return (
    <section class="found" aria-labelledby="found-title" aria-busy={isLooking}>
      <h3 id="found-title">{t('options_found_title')}</h3>
      <ul>
        {beepers.map((sighting) => (
          <FoundBeeper
            key={sighting.baseUrl}
            sighting={sighting}
            isInUse={sighting.baseUrl === inUse}
            onUse={onUse}
          />
        ))}
        {strangers.map((address) => (
          <li key={address}>{t('options_found_other', address)}</li>
        ))}
        {beepers.length === 0 && (
          <li>{t(isLooking || !found ? 'options_looking' : 'options_found_none')}</li>
        )}
      </ul>
    </section>
  );
}

const MOST_STRANGERS = 3;

interface BeeperProps {
  sighting: Sighting;
  isInUse: boolean;
  onUse(address: string): void;
}

function FoundBeeper({ sighting: { name, version, baseUrl }, isInUse, onUse }: BeeperProps) {
  return (
    <li>
      <span>{t('options_found', version ? `${name} ${version}` : name, baseUrl)}</span>
      {isInUse ? (
        <span class="secondary">{t('options_found_used')}</span>
      ) : (
        <button
          type="button"
          class="button"
          aria-label={t('options_found_use', baseUrl)}
          onClick={() => onUse(baseUrl)}
        >
          {t('options_found_use_short')}
        </button>
      )}
    </li>
  );
}
