import type { IconName } from '@/components/parts/Icon';
import type { Acts } from '@/components/popup/actions/use-act';
import type { Overlay } from '@/components/popup/overlays/overlay';
import type { RequestedAction } from '@/lib/model/actions/action-log';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import type { MessageKey } from '@/lib/text/i18n';

/** Something that can be done with a chat, and how it shows where it is offered. */
export interface Action {
  /** As the browser names them. The first is shown beside the action. */
  keys: readonly string[];
  /** What Beeper, the token and the chat must allow; an action that needs nothing is always there. */
  needs?: keyof CanAct;
  /** Has a button on every row. */
  isOnRow?: boolean;
  opensMenu?: boolean;
  /** Can be done with all selected rows at once. */
  isForMany?: boolean;
  /** Its line on the card of keys, where that has no place of its own for it. */
  help?: MessageKey;
  /** How it shows: what goes to and fro shows what it would do now. */
  face(rows: readonly Row[]): Face;
  run(context: ActionContext, rows: readonly Row[]): void;
}

/** The icon and the texts of an action. Where it has no text for a place, that place leaves it out. */
export interface Face {
  icon?: IconName;
  /** In the menu of a chat. */
  menu?: MessageKey;
  /** What screen readers call its button, with the title of the chat. */
  label?: MessageKey;
  /** Under its button in triage. */
  triage?: MessageKey;
  /** In the bar of selected chats. */
  selection?: MessageKey;
}

/** What an action works with: the list, or the one chat that triage shows. */
export interface ActionContext {
  acts: Pick<Acts, 'retryEntry' | 'dismissEntry'>;
  /** Shows it at once, and has it done at Beeper. */
  request(wanted: readonly RequestedAction[]): void;
  /** Opens an overlay about these rows. */
  show(kind: RowOverlay, rows: readonly Row[]): void;
  openInBeeper(row: Row): void;
  /** Only a list has one. */
  selection?: {
    toggle(row: Row): void;
    /** Selects all from the row that was selected last to this one. */
    extendTo(row: Row): void;
  };
}

/** An overlay that is about a row. */
export type RowOverlay = Extract<Overlay, { row: Row }>['kind'];
