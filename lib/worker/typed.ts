import type { Handlers } from '../bridge';
import { t } from '../i18n';
import { contentOf, type Offer, offerMeant, offersFor } from '../omnibox/offers';
import { openErrand } from '../open-errand';
import { openPopupTab, openSettings } from '../places';
import type { Deps } from './session';

interface Helpers {
  handlers: Handlers;
  telling(work: Promise<unknown>): Promise<void>;
}

/** The lines under the address bar. The first one is what Enter does. */
export interface Lines {
  /** In words, where no chat is offered. */
  first: Offer | string;
  others: readonly { content: string; offer: Offer }[];
}

/** What is typed in the address bar after the keyword. */
export function createTyped({ store }: Deps, { handlers, telling }: Helpers) {
  const mean = async (offer: Offer | undefined): Promise<void> => {
    const { status } = await store.read();
    if (!status.isConnected) openSettings();
    else if (!offer) await openPopupTab();
    else if (offer.when === undefined) await handlers.openChat({ chatID: offer.chat.id });
    else await openErrand({ kind: 'remind', chatID: offer.chat.id, words: offer.when });
  };

  return {
    lines: async (typed: string): Promise<Lines> => {
      const state = await store.read();
      if (!state.status.isConnected) return { first: t('omnibox_connect'), others: [] };
      const [first, ...others] = offersFor(typed, state);
      return {
        first: first && typed.trim() ? first : instead(typed),
        others: (typed.trim() ? others : [...(first ? [first] : []), ...others]).map((offer) => ({
          offer,
          content: contentOf(offer, state),
        })),
      };
    },
    entered: async (typed: string): Promise<void> => {
      const state = await store.read();
      await telling(mean(typed.trim() ? offerMeant(typed, state) : undefined));
    },
  };
}

function instead(typed: string): string {
  return typed.trim() ? t('empty_search', typed.trim()) : t('omnibox_hint');
}
