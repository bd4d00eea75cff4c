import type { ErrorAction } from '@/lib/base/errors';
import { openBeeper, openDownload } from '@/lib/browser/links';
import { ask } from '@/lib/requests/bridge';
import { type MessageKey, t } from '@/lib/text/i18n';

const WORDS: Record<Exclude<ErrorAction, 'none'>, MessageKey> = {
  openSettings: 'action_open_settings',
  connect: 'options_connect',
  openBeeper: 'action_open_beeper',
  find: 'action_find',
  allow: 'action_allow',
  update: 'action_update',
  tryAgain: 'action_try_again',
  reload: 'action_reload',
};

export type HelpHandlers = Partial<Record<ErrorAction, () => void>>;

interface Props {
  action: ErrorAction;
  /** What this page can do; all other steps are taken in the settings. */
  handlers: HelpHandlers;
}

/** The one button that helps. */
export function HelpButton({ action, handlers }: Props) {
  const own: HelpHandlers = {
    openBeeper: bringUpBeeper,
    update: openDownload,
    reload: reloadPage,
    ...handlers,
  };
  const step = own[action] ? action : 'openSettings';
  const press = own[step];
  if (action === 'none' || step === 'none' || !press) return null;
  return (
    <button type="button" class="button" onClick={press}>
      {t(WORDS[step])}
    </button>
  );
}

function reloadPage(): void {
  location.reload();
}

/** The worker is told, so that it can tell a closed Beeper from one whose API is off. */
function bringUpBeeper(): void {
  ask('openingBeeper', null).catch(() => undefined);
  openBeeper();
}
