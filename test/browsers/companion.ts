import type { Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export interface Badge {
  text: string;
  title: string;
  color: number[];
}

/** What was clicked on in a page. */
export interface ClickedOn {
  pageUrl?: string;
  selectionText?: string;
}

/** The extension, running in a real browser of its own. */
export interface Companion {
  readonly browserName: BrowserName;
  /** The origin of the extension's pages, such as `chrome-extension://abc`. */
  readonly origin: string;
  /** Opens `popup.html`, `options.html`, … in a tab in front, loaded when this resolves. */
  openPage(path: string): Promise<Page>;
  /** Waits for a page that the extension itself opens. */
  openedPage(path: string): Promise<Page>;
  badge(): Promise<Badge>;
  /** The ids of the notifications that show now. */
  notifications(): Promise<string[]>;
  /** Clicks a notification or, where the browser has buttons, one of its buttons. */
  clickNotification(id: string, button?: number): Promise<void>;
  /**
   * An entry of the browser's menus is pressed, by its id. The menus are drawn by the system, where
   * no driver reaches them: what happens from the press on is the browser's own.
   */
  pressEntry(id: string, clicked?: ClickedOn): Promise<void>;
  /** A key of the whole browser is pressed, by the name of its command. */
  pressCommand(name: string): Promise<void>;
  /** The keyword and these words are typed into the address bar, and Enter. */
  enterInAddressBar(words: string): Promise<void>;
  /** Ends the background as the browser does after idle time: events wake it again. */
  stopWorker(): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /** Runs a function where `browser` is the extension's, in a page that loads none of our code. */
  evaluate<Args extends unknown[], Result>(
    fn: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** The browser has the next version at hand, which lies where this one lay, and says so. */
  offerUpdate(version: string): Promise<void>;
  /** Loads the extension anew from where it lies, as after an update: the browser closes its pages. */
  reinstall(): Promise<void>;
  close(): Promise<void>;
}
