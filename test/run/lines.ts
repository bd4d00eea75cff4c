import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** What a program leaves running may hold its output open; that is not waited for. */
const LAST_WORDS_MS = 1000;

/**
 * Prints whole lines with a label in front, so that programs that run at the same time can be told
 * apart. The function it returns waits for the last line of a program that has ended.
 */
export function labelLines(
  label: string,
  outputs: readonly Readable[],
  print: (line: string) => void = console.log,
): () => Promise<void> {
  const ends = outputs.map((output) => printLines(output, (line) => print(`${label} │ ${line}`)));
  return async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LAST_WORDS_MS);
    });
    await Promise.race([Promise.all(ends), patience]);
    clearTimeout(timer);
  };
}

async function printLines(output: Readable, print: (line: string) => void): Promise<void> {
  let begun = '';
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    const lines = (begun + text).split(/\r?\n/);
    begun = lines.pop() ?? '';
    lines.forEach(print);
  });
  await finished(output).catch(() => undefined);
  if (begun) print(begun);
}
