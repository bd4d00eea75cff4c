import type { Discovery, DiscoveredServer } from '@/lib/model/connection/discovery';
import { t } from '@/lib/text/i18n';
import { beeperName, noneWords } from './discovery-texts';

interface Props {
  /** Left out while it is being looked. */
  found: Discovery | undefined;
  /** The address in the field above. */
  chosen: string;
  onChoose(address: string): void;
}

/** Who answers on this computer: every Beeper by name and version, and who is in its place. */
export function DiscoveredList({ found, chosen, onChoose }: Props) {
  return (
    <fieldset class="found" aria-busy={!found}>
      <legend>{t('options_found_title')}</legend>
      <div aria-live="polite">
        {found?.beepers.map((discovered) => (
          <DiscoveredBeeper
            key={discovered.baseUrl}
            discovered={discovered}
            isChosen={discovered.baseUrl === chosen}
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
  discovered: DiscoveredServer;
  isChosen: boolean;
  onChoose(address: string): void;
}

function DiscoveredBeeper({ discovered, isChosen, onChoose }: BeeperProps) {
  const { baseUrl } = discovered;
  return (
    <label class="check">
      <input type="radio" name="found" checked={isChosen} onChange={() => onChoose(baseUrl)} />
      {t('options_found', beeperName(discovered), baseUrl)}
    </label>
  );
}
