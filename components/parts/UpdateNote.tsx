import { useEffect, useState } from 'preact/hooks';

import { errorCode } from '@/lib/base/errors';
import { ownVersion } from '@/lib/browser/own-pages';
import { type Update, UPDATED } from '@/lib/model/settings/update';
import { ask } from '@/lib/requests/bridge';
import { followItem } from '@/lib/storage/follow-item';
import { ITEMS } from '@/lib/storage/items';
import { t } from '@/lib/text/i18n';

/** Says to whoever has this page open that there is, or was, an update. Nothing otherwise. */
export function UpdateNote({ buttonClass = 'button' }: { buttonClass?: string }) {
  const isStale = useStale();
  const [update, setUpdate] = useState<Update | null>(null);
  useEffect(() => followItem(ITEMS.update, setUpdate), []);
  const press = isStale ? reloadPage : applyUpdate;
  const canPress = isStale || update !== null;
  return (
    <span class="update" aria-live="polite">
      {wordsOf(isStale, update)}
      {canPress && (
        <button type="button" class={buttonClass} onClick={press}>
          {t(isStale ? 'action_reload' : 'update_now')}
        </button>
      )}
    </span>
  );
}

/** Whether the page has outlived its version: it asks when somebody comes to it. */
function useStale(): boolean {
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    const look = () => {
      ask('stay', null).catch((error: unknown) => setStale(errorCode(error) === 'updated'));
    };
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return isStale;
}

function wordsOf(isStale: boolean, update: Update | null): string {
  if (isStale) return t('error_updated_title');
  if (update) return t('update_ready', update.version);
  return location.hash === UPDATED ? t('update_done', ownVersion()) : '';
}

function reloadPage(): void {
  location.reload();
}

/** The page goes with it, and comes back. */
function applyUpdate(): void {
  ask('applyUpdate', null).catch(() => undefined);
}
