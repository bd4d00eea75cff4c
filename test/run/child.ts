import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getPriority, setPriority } from 'node:os';

import { labelLines } from './lines';

export interface Command {
  program: string;
  args: string[];
  env?: Record<string, string>;
  timeoutMs?: number;
  /** Stands before each line that it prints, for programs that run at the same time. */
  label?: string;
  /** It leaves the processor to whatever else wants it. */
  isModest?: boolean;
}

const GRACE_MS = 5000;
/** More of niceness: a third of the share of one that is not modest, and all that it leaves. */
const MODEST = 5;
const EXIT_STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const isWindows = process.platform === 'win32';
const running = new Set<ChildProcess>();

/** Runs a program with its output on our screen; resolves with its exit status, 1 if it ran out. */
export async function run(command: Command): Promise<number> {
  const { program, timeoutMs, label } = command;
  const child = start(command);
  running.add(child);
  const timer = setTimeout(() => void giveUp(child, timeoutMs), timeoutMs ?? 2 ** 31 - 1);
  const { stdout, stderr } = child;
  const printed = label && stdout && stderr ? labelLines(label, [stdout, stderr]) : undefined;
  try {
    const [status] = (await once(child, 'exit')) as [number | null];
    await printed?.();
    return status ?? 1;
  } catch (error) {
    console.error(`${program}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

function start({ program, args, env, label, isModest }: Command): ChildProcess {
  const output = label ? 'pipe' : 'inherit';
  const colours = label && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(program, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...colours, ...env },
    // A group of its own, so that a signal also reaches what the program started.
    detached: !isWindows,
  });
  // What it starts later inherits this.
  if (isModest && child.pid) setPriority(child.pid, Math.min(19, getPriority() + MODEST));
  return child;
}

/** npm through the Node that runs us: on Windows `npm` itself is a script no program can start. */
export function npm(args: string[]): Command {
  const path = process.env['npm_execpath'];
  return path
    ? { program: process.execPath, args: [path, ...args] }
    : { program: isWindows ? 'npm.cmd' : 'npm', args };
}

/** Ends what runs, then ourselves, with the exit status that a shell gives for the signal. */
export function endChildrenOnSignals(): void {
  for (const signal of Object.keys(EXIT_STATUS) as (keyof typeof EXIT_STATUS)[]) {
    process.once(signal, async () => {
      await Promise.all([...running].map((child) => end(child, signal)));
      process.exit(EXIT_STATUS[signal]);
    });
  }
}

async function giveUp(child: ChildProcess, timeoutMs = 0): Promise<void> {
  console.error(`${child.spawnfile} did not end within ${timeoutMs / 1000} s and was stopped.`);
  await end(child, 'SIGTERM');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  send(child, signal);
  const timer = setTimeout(() => send(child, 'SIGKILL'), GRACE_MS);
  await exit;
  clearTimeout(timer);
}

function send({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (!pid) return;
  if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, signal);
}
