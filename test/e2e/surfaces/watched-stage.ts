import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { startBeeper } from '../../beeper/server';
import type { BrowserName } from '../../browsers/companion';
import { launchCompanion } from '../../browsers/launch';
import type { Stage } from '../stage';
import { recordedBuild } from './recorded-build';
import type { Saying } from './recorder';
import { type Parrot, startParrot, startSink } from './servers';

/** A stage on which everything that is said is written down. */
export interface WatchedStage extends Stage {
  /** Where the browser keeps its files. */
  profile: string;
  parrot: Parrot;
  sayings: readonly Saying[];
  /** Every page and every worker says this on its console. */
  marker: string;
  close(): Promise<void>;
}

export async function openWatchedStage(name: BrowserName, folder: string): Promise<WatchedStage> {
  const [extension, profile] = [join(folder, 'build'), join(folder, 'profile')];
  const marker = `Marker ${randomBytes(12).toString('hex')}`;
  const [sink, parrot, beeper] = await Promise.all([
    startSink<Saying>(),
    startParrot(),
    startBeeper({ chats: 30, seed: 14 }),
  ]);
  await recordedBuild(name, { folder: extension, sink: sink.url, marker });
  const companion = await launchCompanion(name, { extension, profile });
  return {
    companion,
    beeper,
    profile,
    parrot,
    sayings: sink.sayings,
    marker,
    async close() {
      await companion.close();
      await beeper.stop();
      sink.close();
      parrot.close();
    },
  };
}
