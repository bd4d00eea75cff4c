import type { Beeper } from '../beeper/server';
import type { ChatRecord } from '../beeper/world/records';
import type { Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { PopupPage } from '../e2e/pages/popup';
import { is, says } from './check';
import { badgeLabel, sayBadge } from './say';
import { likePopup, Shots } from './shots';

/** Less than this after a poll, opening the popup asks for nothing new. */
const BETWEEN_LOOKS_MS = 2500;
const LOOKS = 6;

/** What every step of the tour has at hand: both ends of the wire, and the popup in between. */
export class Stage {
  readonly shots = new Shots();
  #popup: PopupPage | undefined;

  constructor(
    readonly beeper: Beeper,
    readonly companion: Companion,
  ) {}

  get popup(): PopupPage {
    if (!this.#popup) throw new Error('The popup is closed');
    return this.#popup;
  }

  async openPopup(): Promise<void> {
    this.#popup = await PopupPage.open(this.companion);
    await likePopup(this.#popup.page);
  }

  async closePopup(): Promise<void> {
    await this.popup.close();
    this.#popup = undefined;
  }

  chat(title: string): ChatRecord {
    const found = [...this.beeper.chats.values()].find((chat) => chat.title === title);
    if (!found) throw new Error(`The stand-in has no chat "${title}"`);
    return found;
  }

  /** The badge that the state of the stand-in demands. */
  trueBadge(): string {
    const count = this.beeper.unread();
    if (count === 0) return 'no badge';
    return `badge ${count > 999 ? '999+' : count}`;
  }

  async badge(): Promise<string> {
    return badgeLabel(await this.companion.badge());
  }

  async badgeIs(wanted: string, timeoutMs?: number): Promise<void> {
    const seen = () => this.badge();
    await is({ what: 'the toolbar', wanted, seen, ...(timeoutMs && { timeoutMs }) });
  }

  /** Opens the popup anew, as often as it takes, until the badge is this. */
  async lookUntilBadgeIs(wanted: string): Promise<void> {
    for (let looks = 1; looks < LOOKS; looks += 1) {
      await this.popup.page.bringToFront();
      await this.popup.reopen();
      const isSo = async () => (await this.badge()) === wanted;
      const isSeen = await eventually(isSo, { timeoutMs: BETWEEN_LOOKS_MS }).catch(() => false);
      if (isSeen) return;
    }
    await this.badgeIs(wanted);
  }

  async tell(text: string): Promise<void> {
    sayBadge(await this.companion.badge(), text);
  }

  /** A picture of the popup with the mouse out of the way, unless told to leave it. */
  async shoot(state: string, { keepMouse = false } = {}): Promise<void> {
    if (!keepMouse) await this.popup.page.mouse.move(200, 1);
    await this.shots.take(this.popup.page, 'popup', state);
  }

  tooltipSays(wanted: string): Promise<void> {
    const seen = async () => (await this.companion.badge()).title;
    return says({ what: 'the tooltip', wanted, seen });
  }

  footSays(wanted: string): Promise<void> {
    return says({ what: 'the foot of the popup', wanted, seen: () => this.popup.foot() });
  }

  noticeSays(wanted: string): Promise<void> {
    return says({ what: 'what the popup says was done', wanted, seen: () => this.popup.notice() });
  }

  /** What the popup says was done, without its buttons. */
  async done(): Promise<string> {
    return (await this.popup.notice()).replace(/( Try again| Undo)+$/, '');
  }

  popupSays(wanted: string): Promise<void> {
    return says({ what: 'the popup', wanted, seen: () => this.popup.text() });
  }

  rowSays(title: string, wanted: string): Promise<void> {
    const seen = () => this.popup.row(title);
    return says({ what: `the row of ${title}`, wanted, seen });
  }

  rowIsGone(title: string): Promise<void> {
    const seen = async () => (await this.popup.row(title)) ?? 'gone';
    return is({ what: `the row of ${title}`, wanted: 'gone', seen });
  }

  /** In Beeper itself. */
  isArchived(title: string, wanted: boolean): Promise<void> {
    const seen = () => String(this.chat(title).isArchived);
    return is({ what: `whether ${title} is archived in Beeper`, wanted: String(wanted), seen });
  }
}
