import type { ElementHandle, Page } from 'puppeteer-core';

/** What is looked for, as a screen reader tells it. */
export interface WantedElement {
  /** Left out: a field, by its label. */
  role?: string;
  name?: string;
}

export type Scope = Page | ElementHandle;
