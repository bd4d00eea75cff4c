import type { Acts } from '@/components/popup/actions/use-act';
import { useLastAct } from '@/components/popup/actions/use-last-action';
import { beside, openBeside, openInTab, openSettings, placeOf } from '@/lib/browser/pages';
import { undoWords } from '@/lib/model/actions/texts';
import type { CanAct } from '@/lib/model/chats/capabilities';
import { t } from '@/lib/text/i18n';
import { HeadMenu } from './HeadMenu';
import { MenuItem } from './MenuItem';
import type { Overlay } from './overlay';

interface Props {
  acts: Acts;
  now: number;
  canAct: CanAct;
  open(overlay: Overlay): void;
  onClose(): void;
}

/** What is not about one chat. */
export function MainMenu({ acts, now, canAct, open, onClose }: Props) {
  const last = useLastAct(acts);
  const place = placeOf(location.search);
  const side = beside();
  const then = (work: () => unknown) => () => {
    onClose();
    void work();
  };

  return (
    <HeadMenu name={t('popup_menu')} onClose={onClose}>
      <MenuItem text={t('triage_title')} keyHint="t" onPress={() => open({ kind: 'triage' })} />
      {canAct.write && (
        <MenuItem text={t('new_chat')} keyHint="n" onPress={() => open({ kind: 'newChat' })} />
      )}
      {last && <MenuItem text={undoWords(last, now)} keyHint="z" onPress={then(acts.undo)} />}
      <MenuItem text={t('quiet_title')} onPress={() => open({ kind: 'quiet' })} />
      {place !== 'tab' && <MenuItem text={t('popup_in_tab')} onPress={then(openInTab)} />}
      {place !== 'panel' && side && (
        <MenuItem text={t(`popup_in_${side}`)} onPress={then(openBeside)} />
      )}
      <MenuItem text={t('keys_title')} keyHint="?" onPress={() => open({ kind: 'keys' })} />
      <MenuItem text={t('popup_settings')} onPress={then(openSettings)} />
    </HeadMenu>
  );
}
