import { isRightToLeft } from '@/components/parts/right-to-left';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import type { CanAct } from '@/lib/model/chats/capabilities';
import { keyOf } from '@/lib/text/key-of';
import type { TriageDeeds } from './use-triage';

type Deeds = TriageDeeds & { openMenu(): void; openReply(): void };

/** Acts on the chat that is shown; answers whether the key means something in a run. */
export function doesTriageKey(
  event: KeyboardEvent,
  { deeds, canAct, singleKeys }: Pick<OverlayProps, 'canAct' | 'singleKeys'> & { deeds: Deeds },
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof HTMLInputElement) return false;
  const key = keyOf(event);
  if (!singleKeys && key.length === 1) return false;
  const act = keysOf(deeds, canAct)[key];
  // Enter on a button is the button's own, and a key held down acts once.
  const isButtons = key === 'Enter' && event.target instanceof HTMLButtonElement;
  if (!act || isButtons || event.repeat) return false;
  act();
  return true;
}

function keysOf(deeds: Deeds, canAct: CanAct): Readonly<Record<string, () => void>> {
  const [onward, backward] = isRightToLeft()
    ? ['ArrowLeft', 'ArrowRight']
    : ['ArrowRight', 'ArrowLeft'];
  return {
    h: deeds.openMenu,
    b: deeds.openMenu,
    Enter: deeds.open,
    s: deeds.skip,
    z: deeds.undo,
    [onward]: deeds.skip,
    [backward]: deeds.back,
    ...(canAct.write && { r: deeds.openReply }),
    ...(canAct.archive && { e: deeds.archive }),
    ...(canAct.markRead && { u: deeds.toggleRead }),
    ...(canAct.mute && { m: deeds.toggleMute }),
  };
}
