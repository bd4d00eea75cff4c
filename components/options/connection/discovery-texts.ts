import type { Discovery, DiscoveredServer } from '@/lib/model/connection/discovery';
import { t } from '@/lib/text/i18n';

/** A Beeper that was found, as it names itself. */
export function beeperName({ name, version }: DiscoveredServer): string {
  return version ? `${name} ${version}` : name;
}

/** In place of a Beeper, where none was found, or none yet. */
export function noneWords(found: Discovery | undefined): string {
  if (!found) return t('options_looking');
  return t(found.isBlocked ? 'options_found_blocked' : 'options_found_none');
}
