import type { Handlers } from '@/lib/requests/bridge';
import type { Commands } from './commands/commands';

type CommandNames =
  | 'act'
  | 'dismiss'
  | 'keepFresh'
  | 'openChat'
  | 'openingBeeper'
  | 'refresh'
  | 'retry'
  | 'setQuiet'
  | 'tryAgain';

/** Requests of pages that are commands as they stand; the features answer the others. */
export function commandHandlers(commands: Commands): Pick<Handlers, CommandNames> {
  const { act, dismiss, keepFresh, openChat, openingBeeper, refresh, retry, setQuiet, tryAgain } =
    commands;
  return { act, dismiss, keepFresh, openChat, openingBeeper, refresh, retry, setQuiet, tryAgain };
}
