import type { BrowserName } from '../../browsers/companion';
import type { LoggedRequest } from '../../beeper/http/request';
import { addRequests, addSayings, emptyEvidence, type Evidence, type Planted } from './evidence';
import * as outside from './outside';
import * as session from './session';
import { openWatchedStage, type WatchedStage } from './watched-stage';

export interface Seen {
  evidence: Evidence;
  secrets: Readonly<Record<'pasted' | 'granted' | 'repeated' | 'verifier', string>>;
  /** Known words that must be found: otherwise finding nothing would say nothing. */
  planted: Readonly<Record<Planted, string>>;
  /** In which files of the profile what was found: while it was in use, and afterwards. */
  files: readonly Readonly<Record<string, readonly string[]>>[];
  /** Whatever was shown as a token to Beeper, or to who stood in its place. */
  shown: ReadonlySet<string>;
  /** What was left in the field for the token. */
  field: string;
}

/** A person uses everything there is for a while, in a browser that is watched all over. */
export async function useEverything(name: BrowserName, folder: string): Promise<Seen> {
  const stage = await openWatchedStage(name, folder);
  const { companion, beeper, parrot, profile, marker } = stage;
  const evidence = emptyEvidence();
  const canary = session.addCanary(stage);
  await outside.watchAddresses(companion);

  const field = await session.pasteToken(stage);
  await session.actOnChat(stage, canary);
  await session.letRing(stage, canary);
  await session.haveTroubles(stage);
  await session.beRefused(stage, canary);
  await session.stopAndWake(stage);
  await lookAt(stage, evidence);
  await session.disconnect(stage);
  await lookAt(stage, evidence);

  await session.signIn(stage);
  await session.actOnChat(stage, canary);
  await session.stopAndWake(stage);
  evidence.diagnostics.push(await session.copyDiagnostics(stage));
  await lookAt(stage, evidence);
  const repeated = beeper.issueToken(['read', 'write']);
  const secrets = { pasted: beeper.token, repeated, ...grantedIn(beeper.requests) };
  const wanted = { ...secrets, canary: canary.title };
  const inUse = await outside.findInFiles(profile, wanted);
  await session.disconnect(stage);
  await session.meetParrot(stage, parrot, repeated);
  await lookAt(stage, evidence);

  evidence.addresses.push(...(await outside.readAddresses(companion)));
  evidence.console.push(await outside.readBrowserConsole(companion));
  await stage.close();
  addSayings(evidence, stage.sayings);
  addRequests(evidence, beeper.requests);
  return {
    evidence,
    secrets,
    planted: { canary: canary.title, marker, address: beeper.url, tooltip: 'unread in Beeper' },
    files: [inUse, await outside.findInFiles(profile, wanted)],
    shown: new Set([...beeper.requests.map(tokenOf), ...parrot.heard]),
    field,
  };
}

async function lookAt({ companion }: WatchedStage, evidence: Evidence): Promise<void> {
  evidence.storage.push(await outside.readStorage(companion));
  evidence.databases.push(await outside.readDatabases(companion));
  const { text, title } = await companion.badge();
  evidence.toolbar.push(text, title);
}

/** The token Beeper gave for the code, as it was used, and what proved that the code was ours. */
function grantedIn(requests: readonly LoggedRequest[]) {
  const exchange = requests.find(({ path }) => path === '/oauth/token')?.body;
  const { code_verifier: verifier = '' } = exchange as Record<string, string>;
  return { granted: tokenOf(requests.findLast(({ headers }) => headers.authorization)), verifier };
}

function tokenOf(request: LoggedRequest | undefined): string {
  return request?.headers.authorization?.replace('Bearer ', '') ?? '';
}
