import type { Found, Sighting } from '../lib/found';
import { t } from '../lib/i18n';

interface Props {
  /** Left out while it is being looked. */
  found: Found | undefined;
  /** The address in the field above. */
  chosen: string;
  onChoose(address: string): void;
}

/** Who answers on this computer: every Beeper by name and version, and who is in its place. */
export function FoundList({ found, chosen, onChoose }: Props) {
  return (
    <fieldset class="found" aria-busy={!found}>
      <legend>{t('options_found_title')}</legend>
      <div aria-live="polite">
        {found?.beepers.map((sighting) => (
          <FoundBeeper
            key={sighting.baseUrl}
            sighting={sighting}
            isChosen={sighting.baseUrl === chosen}
            onChoose={onChoose}
          />
        ))}
        {found?.strangers.slice(0, MOST_STRANGERS).map((address) => (
          <p key={address}>{t('options_found_other', address)}</p>
        ))}
        {!found?.beepers.length && <p class="secondary">{instead(found)}</p>}
      </div>
    </fieldset>
  );
}

const MOST_STRANGERS = 3;

interface BeeperProps {
  sighting: Sighting;
  isChosen: boolean;
  onChoose(address: string): void;
}

function FoundBeeper({ sighting: { name, version, baseUrl }, isChosen, onChoose }: BeeperProps) {
  return (
    <label class="check">
      <input type="radio" name="found" checked={isChosen} onChange={() => onChoose(baseUrl)} />
      {t('options_found', version ? `${name} ${version}` : name, baseUrl)}
    </label>
  );
}

function instead(found: Found | undefined): string {
  if (!found) return t('options_looking');
  return t(found.isBlocked ? 'options_found_blocked' : 'options_found_none');
}
