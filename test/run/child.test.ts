import { getPriority } from 'node:os';

import { describe, expect, it, vi } from 'vitest';

import { npm, run } from './child';

const node = (script: string) => ({ program: process.execPath, args: ['-e', script] });

describe('a program that we run', () => {
  it('gives its exit status', async () => {
    expect(await run(node(''))).toBe(0);
    expect(await run(node('process.exit(3)'))).toBe(3);
  });

  it('gets our environment and what is added to it', async () => {
    const script = 'process.exit(process.env.PATH && process.env.ADDED === "yes" ? 0 : 1)';
    expect(await run({ ...node(script), env: { ADDED: 'yes' } })).toBe(0);
  });

  it('fails in its own words when it does not exist', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    expect(await run({ program: 'no-such-program', args: [] })).toBe(1);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('no-such-program'));
    said.mockRestore();
  });

  it('has a label before each of its lines where it has one', async () => {
    const said = vi.spyOn(console, 'log').mockReturnValue();
    const script = 'console.log("one"); console.error("two")';
    expect(await run({ ...node(script), label: 'build' })).toBe(0);
    const lines = said.mock.calls.map(([line]) => line as string);
    expect(lines.toSorted()).toEqual(['build │ one', 'build │ two']);
    said.mockRestore();
  });

  it('leaves the processor to others where it is modest', async () => {
    const isModest = `require("node:os").getPriority() > ${getPriority()}`;
    const script = `setInterval(() => { if (${isModest}) process.exit(0); }, 10)`;
    expect(await run({ ...node(script), isModest: true, timeoutMs: 4000 })).toBe(0);
  });

  it('is stopped when it takes too long', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    expect(await run({ ...node('setInterval(() => {}, 1e6)'), timeoutMs: 300 })).not.toBe(0);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('within 0.3 s'));
    said.mockRestore();
  });
});

describe('npm', () => {
  it('goes through the Node and the npm that run us', () => {
    vi.stubEnv('npm_execpath', '/npm-cli.js');
    expect(npm(['run', 'x'])).toEqual({
      program: process.execPath,
      args: ['/npm-cli.js', 'run', 'x'],
    });
    vi.unstubAllEnvs();
  });
});
