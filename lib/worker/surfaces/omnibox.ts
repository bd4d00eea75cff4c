import type { Lines } from '@/lib/browser/omnibox/lines';
import { contentOf, type Offer, matchingOffer, offersFor } from '@/lib/browser/omnibox/offers';
import { openHandoff } from '@/lib/browser/open-handoff';
import { openPopupTab, openSettings } from '@/lib/browser/pages';
import { t } from '@/lib/text/i18n';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Deps } from '@/lib/worker/core/session';
import { notifyingTrouble } from './without-page';

/** What is typed in the address bar after the keyword. */
export function createOmnibox(deps: Deps, { openChat }: Commands) {
  const { store } = deps;
  const mean = async (words: string, offer: Offer | undefined): Promise<void> => {
    const { status } = await store.read();
    if (!status.isConnected) await openSettings();
    else if (!words) await openPopupTab();
    else if (!offer) await openHandoff({ kind: 'find', words });
    else if (offer.when === undefined) await openChat({ chatID: offer.chat.id });
    else await openHandoff({ kind: 'remind', chatID: offer.chat.id, words: offer.when });
  };

  return {
    lines: async (typed: string): Promise<Lines> => {
      const state = await store.read();
      if (!state.status.isConnected) return { standing: t('omnibox_connect'), offers: [] };
      const offers = offersFor(typed, state).map((offer) => ({
        offer,
        content: contentOf(offer, state),
      }));
      const nobody = offers.length === 0 && typed.trim() && t('empty_search', typed.trim());
      return { standing: t('omnibox_hint'), offers, ...(nobody && { nobody }) };
    },
    entered: async (typed: string): Promise<void> => {
      const words = typed.trim();
      const offer = words ? matchingOffer(typed, await store.read()) : undefined;
      await notifyingTrouble(deps, mean(words, offer));
    },
  };
}
