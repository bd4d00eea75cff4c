import { PassThrough } from 'node:stream';

import { expect, it } from 'vitest';

import { labelLines } from './lines';

function labelled() {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const printed: string[] = [];
  const ended = labelLines('unit', [output, errors], (line) => printed.push(line));
  return { output, errors, printed, ended };
}

it('lines are printed whole, with a label in front, and the last one without its end', async () => {
  const { output, errors, printed, ended } = labelled();
  output.write('one\ntw');
  errors.end('a warning\n');
  output.write('o\r\n\nthr');
  output.end('ee');
  await ended();
  expect(printed.toSorted()).toEqual([
    'unit │ ',
    'unit │ a warning',
    'unit │ one',
    'unit │ three',
    'unit │ two',
  ]);
});

it('output that somebody else still holds open is not waited for', async () => {
  const { output, errors, printed, ended } = labelled();
  output.write('said\n');
  errors.end();
  await ended();
  expect(printed).toEqual(['unit │ said']);
});
