import { useState } from 'preact/hooks';

import { Check } from '@/components/parts/Check';
import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { GaveWay, Side, Sync } from '@/lib/model/settings/sync';
import { ask } from '@/lib/requests/bridge';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

/** The settings in the person's other browsers. */
export function SyncSettings({ sync }: { sync: Sync }) {
  const [failure, setFailure] = useState<ErrorCode>();
  const telling = (asked: Promise<void>) =>
    void asked.then(
      () => setFailure(undefined),
      (error: unknown) => setFailure(errorCode(error)),
    );
  return (
    <>
      <Check
        isOn={sync.isOn}
        hint="sync-hint sync-trouble"
        onChange={(isOn) => telling(ask('setSync', { isOn }))}
      >
        {t('options_sync')}
      </Check>
      <p class="sync-trouble" id="sync-trouble" aria-live="polite">
        {sync.trouble && t('options_sync_trouble', sync.trouble)} {failure && titleOf(failure)}
      </p>
      <p class="secondary" id="sync-hint">
        {t('options_sync_hint')}
      </p>
      <div aria-live="polite">
        {sync.gaveWay && (
          <WhatGaveWay
            {...sync.gaveWay}
            onChoose={(bring) => telling(ask('settleSync', { bring }))}
          />
        )}
      </div>
    </>
  );
}

interface Choosing extends Pick<GaveWay, 'whose'> {
  /** `null`: nothing is wanted back. */
  onChoose(bring: Side | null): void;
}

/** Says that settings were replaced as this browser joined the others, and has them back. */
function WhatGaveWay({ whose, onChoose }: Choosing) {
  return (
    <div class="field">
      <p class="gave-way">{t(`options_sync_${whose}`)}</p>
      <span class="together is-wrapping">
        <button type="button" class="button" onClick={() => onChoose(whose)}>
          {t(`options_sync_bring_${whose}`)}
        </button>
        <button type="button" class="button" onClick={() => onChoose(null)}>
          {t('options_sync_leave')}
        </button>
      </span>
    </div>
  );
}
