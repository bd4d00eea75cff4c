import { gzipped, ALARMS, popupScripts, zipSize } from '../helpers/package-size';
import type { Figure, Lab, Row } from './figure';
import { BUILD } from './lab';

export const size: Figure = {
  name: 'size',
  title: 'Size',
  how: `The floor is no floor here: it is the limit that \`test/e2e/package.test.ts\` holds.`,
  minutes: () => 0,
  measure,
};

async function* measure(lab: Lab): AsyncGenerator<Row> {
  yield row('the Chromium package', await zipSize(BUILD), ALARMS.zip);
  const scripts = gzipped(popupScripts(lab.extension));
  yield row('every script the popup opens with, gzipped', scripts, ALARMS.popupScripts);
}

function row(what: string, bytes: number, limit: number): Row {
  return { what, unit: 'bytes', samples: [bytes], floor: { what: 'limit', samples: [limit] } };
}
