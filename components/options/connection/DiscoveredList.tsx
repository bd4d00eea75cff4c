import type { Found, Sighting } from '@/lib/model/connection/discovery';
import { t } from '@/lib/text/i18n';
import { beeperName, noneWords } from './discovery-texts';

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
        {!found?.beepers.length && <p class="secondary">{noneWords(found)}</p>}
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

function FoundBeeper({ sighting, isChosen, onChoose }: BeeperProps) {
  const { baseUrl } = sighting;
  return (
    <label class="check">
      <input type="radio" name="found" checked={isChosen} onChange={() => onChoose(baseUrl)} />
      {t('options_found', beeperName(sighting), baseUrl)}
    </label>
  );
}
