import { useEffect, useState } from 'preact/hooks';

import { Check } from '@/components/parts/Check';
import { saveSettings } from '@/components/parts/save-settings';
import { warn } from '@/lib/base/log';
import { askMenus, dropMenus, followMenuAccess, hasMenus } from '@/lib/browser/menus/access';
import type { MenuSettings as Menus } from '@/lib/model/settings/menus';
import { t } from '@/lib/text/i18n';

/** Which menus of the browser hold entries of ours: the browser is asked when one is switched on. */
export function MenuSettings({ menus }: { menus: Menus }) {
  const isAllowed = useMenuAccess();
  if (isAllowed === undefined) return null;
  // Where the browser does not let us, nothing is on.
  const shown = { onIcon: isAllowed && menus.onIcon, onPages: isAllowed && menus.onPages };
  const change = (name: keyof Menus) => (isOn: boolean) => {
    const wanted = { ...shown, [name]: isOn };
    void (isOn ? switchOn(wanted) : switchOff(wanted)).catch((error: unknown) =>
      warn('the menus could not be changed', error),
    );
  };
  return (
    <section class="card" aria-labelledby="menus">
      <h2 id="menus">{t('options_menus')}</h2>
      <Check isOn={shown.onIcon} hint="menus-hint" onChange={change('onIcon')}>
        {t('options_menus_icon')}
      </Check>
      <Check isOn={shown.onPages} hint="menus-hint" onChange={change('onPages')}>
        {t('options_menus_pages')}
      </Check>
      <p class="secondary" id="menus-hint">
        {t('options_menus_hint')}
      </p>
      <p class="secondary">{t('options_places_hint')}</p>
    </section>
  );
}

/** First the question, which only a click that has just been made may ask. */
async function switchOn(wanted: Menus): Promise<void> {
  if (await askMenus(wanted.onPages)) saveSettings({ menus: wanted });
}

async function switchOff(wanted: Menus): Promise<void> {
  saveSettings({ menus: wanted });
  await dropMenus(wanted);
}

function useMenuAccess(): boolean | undefined {
  const [isAllowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const look = () =>
      void hasMenus().then(setAllowed, (error: unknown) =>
        warn('whether menus are allowed is not known', error),
      );
    look();
    return followMenuAccess(look);
  }, []);
  return isAllowed;
}
