import { warn } from '@/lib/base/log';
import type { State } from './state';

/** Work that follows from the state: it runs when a part of the state that it names has changed. */
export interface Reaction {
  /** What the log calls it. */
  name: string;
  /**
   * The parts of the state it depends on. `status` changes with every poll: a reaction that also
   * depends on the time, or that may have failed, names it to run again then.
   */
  follows: readonly (keyof State)[];
  /** Whoever changes the state waits for it, one after the other in the order they are listed. */
  isAwaited?: boolean;
  run(state: State): Promise<unknown> | void;
}

export interface Reactions {
  /** The state has changed. Does not reject. */
  changed(state: State): Promise<void>;
  /** The worker has started, or a moment has come: every reaction runs, whatever has changed. */
  runAll(state: State): Promise<void>;
}

export function createReactions(reactions: readonly Reaction[]): Reactions {
  /** For each reaction the state that it last ran with. */
  const ranWith = new Map<Reaction, State>();

  const isConcerned = (reaction: Reaction, state: State) => {
    const before = ranWith.get(reaction);
    return !before || reaction.follows.some((part) => before[part] !== state[part]);
  };

  const run = async (reaction: Reaction, state: State) => {
    ranWith.set(reaction, state);
    try {
      await reaction.run(state);
    } catch (error) {
      // The next change runs it again, whatever part of the state that change touches.
      ranWith.delete(reaction);
      warn(`the reaction "${reaction.name}" failed`, error);
    }
  };

  const changed = async (state: State) => {
    const concerned = reactions.filter((reaction) => isConcerned(reaction, state));
    for (const reaction of concerned) if (reaction.isAwaited) await run(reaction, state);
    for (const reaction of concerned) if (!reaction.isAwaited) void run(reaction, state);
  };

  return {
    changed,
    runAll: (state) => {
      ranWith.clear();
      return changed(state);
    },
  };
}

/**
 * Shows a value, and shows it again only when it is another one: values are compared by content. A
 * value that could not be shown counts as not shown.
 */
export function createDisplay<T>(show: (value: T) => Promise<void>) {
  let shown: string | undefined;
  return {
    show: async (value: T): Promise<void> => {
      const text = JSON.stringify(value);
      if (text === shown) return;
      await show(value);
      shown = text;
    },
    /** What was shown is there no more. */
    forget: (): void => {
      shown = undefined;
    },
  };
}
