/** What the stores take: Chrome and Edge 1280 × 800 and a tile of 440 × 280, Firefox 1280 × 800. */
export const STORE_SIZES = {
  picture: { width: 1280, height: 800 },
  tile: { width: 440, height: 280 },
};

/** One picture of a store's page: a state of the companion, and what it is shown for. */
export interface StoreShot {
  name: string;
  /** One of states.ts. */
  state: string;
  isDark?: boolean;
  title: string;
  text: string;
}

/** In the order of the listing's text (docs/store/listing.md). */
export const STORE_SHOTS: readonly StoreShot[] = [
  {
    name: '1-at-a-glance',
    state: 'unread-current',
    title: 'Your Beeper, at a glance',
    text: 'The unread number on the toolbar, and every chat one click away.',
  },
  {
    name: '2-reminders',
    state: 'typed-time',
    title: 'Reminders that ring',
    text: 'This evening, tomorrow, “fri 3pm”: in your browser, also when Beeper’s own do not.',
  },
  {
    name: '3-triage',
    state: 'triage',
    title: 'A day’s chats in minutes',
    text: 'One at a time, one key each. Everything can be undone.',
  },
  {
    name: '4-reply',
    state: 'reply-begun',
    isDark: true,
    title: 'Answer where you are',
    text: 'A few words from the popup. What you type is kept until it has arrived.',
  },
  {
    name: '5-private',
    state: 'peek',
    isDark: true,
    title: 'Private by construction',
    text: 'It talks to your own Beeper: no account, no server, no analytics.',
  },
];
