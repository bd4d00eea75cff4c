import { KeyLines } from '@/components/popup/actions/KeyLines';
import { keyGroups } from '@/components/popup/actions/key-lines';
import { canActWith } from '@/lib/model/chats/capabilities';
import { type MessageKey, t } from '@/lib/text/i18n';

/** The few that make the most of it; all the others are one key away. */
const FIRST: ReadonlySet<MessageKey> = new Set([
  'keys_move',
  'keys_open',
  'keys_archive',
  'keys_remind',
  'keys_reply',
  'keys_search',
  'keys_undo',
  'keys_help',
] as const);

/** With a Beeper that can do all there is. */
const CAN_ALL = canActWith({ isConnected: true, access: 'full', version: '4.3.0' });

export function FirstKeys() {
  const lines = keyGroups(CAN_ALL, true).flatMap((group) => group.lines);
  return (
    <section class="card" aria-labelledby="keys">
      <h2 id="keys">{t('welcome_keys')}</h2>
      <KeyLines class="first-keys" lines={lines.filter(({ words }) => FIRST.has(words))} />
    </section>
  );
}
