import type { Stage } from '../stage';

/** One thing to see, by name, and how to see that it is so. */
export interface Step {
  title: string;
  take(stage: Stage): Promise<void>;
}
