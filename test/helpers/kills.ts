import { type Desk, type DeskOptions, openDesk } from './desk';
import { Life } from './life';

export interface Scene extends DeskOptions {
  /** What is so before the worker starts that will be stopped. */
  prepare?: (desk: Desk) => Promise<void> | void;
  /** What that worker is asked to do. */
  play: (desk: Desk) => Promise<void>;
  /** What the person and the world do once it has been stopped and the next one runs. */
  afterwards: (desk: Desk) => Promise<void>;
}

/**
 * Plays a scene over and over: in the first run the worker is stopped at the first of its dealings
 * with the world, in the second at the second, and so on until it gets through unharmed. Answers
 * what `look` saw at the end of each run, by where the worker was stopped.
 */
export async function stoppedEverywhere<T>(
  { prepare, play, afterwards, ...options }: Scene,
  look: (desk: Desk) => Promise<T> | T,
): Promise<Map<string, T>> {
  const seen = new Map<string, T>();
  for (let dies = 0; ; dies += 1) {
    const desk = await openDesk(options);
    await prepare?.(desk);
    const life = new Life(dies);
    await desk.restart(life);
    desk.beeper.clearRequests();
    await play(desk);
    const wasStopped = life.isOver;
    await desk.restart();
    await afterwards(desk);
    const at = wasStopped ? `${dies}: ${life.dealings.at(-1)}` : 'never';
    seen.set(at, await look(desk));
    await desk.close();
    if (!wasStopped) return seen;
  }
}
