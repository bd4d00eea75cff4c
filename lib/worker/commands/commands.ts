import type { Context } from '@/lib/worker/core/context';
import { actCommands } from './act';
import { openCommands } from './open-chat';
import { quietCommands } from './quiet';
import { refreshCommands, type Refreshing } from './refresh';
import { undoCommands } from './undo';

interface Jobs extends Refreshing {
  /** Quiet has begun or is over. */
  turn(): Promise<void>;
}

export type Commands = ReturnType<typeof createCommands>;

/**
 * What a person can have the worker do. Pages, the browser's menus and keys, the address bar and
 * the buttons of notifications all call these, and nothing beside them.
 */
export function createCommands(context: Context, jobs: Jobs) {
  const acting = actCommands(context, jobs.push);
  return {
    ...acting,
    ...undoCommands(context, acting),
    ...openCommands(context),
    ...quietCommands(context, jobs.turn),
    ...refreshCommands(context, jobs),
  };
}
