import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { type Told, writeNeighbour } from './hostile/neighbour';
import { targetIn } from './hostile/target';
import { OptionsPage } from './pages/options';
import { badgeIsRight, BROWSERS, connect, useStage, withPopup } from './stage';
import { startSink } from './surfaces/servers';

describe.each(BROWSERS)('another extension in %s, with every right over pages', (name) => {
  const stage = useStage(name, { chats: 20, seed: 16 });
  let folder: string;
  let sink: Awaited<ReturnType<typeof startSink<Told>>>;

  const told = (what: Told['what']) =>
    sink.sayings.filter((one) => one.what === what).map(({ data }) => data);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'companion-neighbour-'));
    sink = await startSink<Told>();
    await writeNeighbour(folder, { ...(await targetIn(stage)), sink: sink.url });
    const options = await OptionsPage.open(stage.companion);
    const browser = options.page.browser();
    await browser.installExtension(folder);
    await connect(stage);
    await withPopup(stage, () => badgeIsRight(stage));
    const page = await browser.newPage();
    await page.goto(`${stage.beeper.url}/v1/info?page`);
    await page.evaluate(() => fetch('/v1/info?page', { headers: { authorization: 'Plain' } }));
    await eventually(() => told('read').some((read) => read.includes('/v1/info?page')));
    await eventually(() => told('saw').some((saw) => saw.includes('Plain')));
    await options.close();
  }, 60_000);
  afterAll(async () => {
    sink.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('sees what a page asks Beeper, its token included, and nothing of what we ask', () => {
    const seen = told('saw').filter((saw) => saw.includes(`${stage.beeper.url}/`));
    expect(seen.filter((saw) => !/info\?page|favicon/.test(saw))).toEqual([]);
    expect(told('saw').filter((saw) => saw.includes(stage.beeper.token))).toEqual([]);
  });

  test('reads pages, and none of ours', () => {
    expect(told('read').filter((read) => read.includes(stage.companion.origin))).toEqual([]);
    expect(told('read').filter((read) => read.includes('Companion for Beeper'))).toEqual([]);
  });

  test('is not answered, and nothing it says is done', async () => {
    expect(told('nothing')).toContain('"answer"');
    expect(told('answer')).toEqual([]);
    expect(stage.beeper.writes()).toEqual([]);
    await withPopup(stage, () => badgeIsRight(stage));
  });
});
