/** What there is to know of a chat beyond its row. Of an older Beeper, less. */
export interface Details {
  title: string;
  network: string;
  /** Who the person is there. */
  account?: string;
  description?: string;
  isReadOnly?: boolean;
  /** After how long messages disappear, s. */
  expirySeconds?: number;
  /** As many as Beeper told of. */
  people: readonly Person[];
  /** How many there are in all. */
  peopleCount: number;
}

export interface Person {
  id: string;
  name: string;
  /** Every one only where it is another than the name. */
  handle?: string;
  phone?: string;
  email?: string;
  roles: readonly Role[];
}

export const ROLES = ['you', 'admin', 'bot', 'invited'] as const;
export type Role = (typeof ROLES)[number];
