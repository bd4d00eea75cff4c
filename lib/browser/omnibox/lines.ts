import type { Offer } from './offers';

/** The lines under the address bar. */
export interface Lines {
  /** What may always stand first: Firefox shows what was said there one letter late. */
  standing: string;
  /** In place of offers, where there are none for what was typed. */
  nobody?: string;
  offers: readonly { content: string; offer: Offer }[];
}
