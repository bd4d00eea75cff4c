import type { Page } from 'puppeteer-core';

import type { PageName, Scene } from './scene';
import type { Told } from './told';

/** A state a person may see, and how to bring a page there that was just opened. */
export interface State {
  name: string;
  page: PageName;
  /** What its address ends with, such as `?demo`. */
  view?: string;
  told?: Told;
  show?(page: Page, scene: Scene): Promise<unknown>;
}
