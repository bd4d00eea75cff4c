/** `npm start`: the companion in a real browser, beside a stand-in for Beeper that lives. */
import { haveChromium, openBrowser } from './browser';
import { buildExtension } from './build';
import { hasDisplay } from './display';
import { Ends } from './ends';
import { live } from './live';
import { say } from './say';
import { toldToStop } from './signals';
import { startStandIn } from './stand-in';
import { tour } from './tour';

const ends = new Ends();
process.exit(await main().catch(explain));

async function main(): Promise<number> {
  await haveChromium();
  await Promise.race([show(), toldToStop()]).finally(() => ends.run());
  return 0;
}

async function show(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  say(headless ? 'Companion for Beeper, a tour without a screen.' : 'Companion for Beeper.');
  await buildExtension(ends);
  const beeper = await startStandIn(ends);
  say(`A stand-in for Beeper with ${beeper.chats.size} chats listens at ${beeper.url}.`);
  const companion = await openBrowser(ends, { headless });
  await (headless ? tour(beeper, companion) : live({ beeper, companion, ends }));
}

function explain(error: unknown): number {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  return 1;
}
