import type { Ratio } from './statistics';

export type Unit = 'ms' | 'seconds' | 'bytes' | 'count';

const KB = 1024;

/** A number with its unit, as exact as anyone reads it. */
export function inUnit(value: number, unit: Unit): string {
  if (unit === 'count') return digits(value);
  if (unit === 'bytes') return inBytes(value);
  const milliseconds = unit === 'seconds' ? value * 1000 : value;
  return Math.abs(milliseconds) < 10_000
    ? `${digits(milliseconds)} ms`
    : `${digits(milliseconds / 1000)} s`;
}

/** `2.31 (2.20–2.46)` */
export function ratioText(ratio: Ratio | undefined): string {
  if (!ratio) return '–';
  const { value, q1, q3 } = ratio;
  const spread = q1 === undefined || q3 === undefined ? '' : ` (${times(q1)}–${times(q3)})`;
  return times(value) + spread;
}

function inBytes(bytes: number): string {
  if (Math.abs(bytes) < KB) return `${digits(bytes)} B`;
  if (Math.abs(bytes) < KB * KB) return `${digits(bytes / KB)} KB`;
  return `${digits(bytes / KB / KB)} MB`;
}

/** Three digits that mean something; whole numbers stay whole. */
function digits(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return grouped(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function grouped(whole: number): string {
  return whole.toLocaleString('en-US');
}

function times(ratio: number): string {
  if (ratio >= 100) return grouped(Math.round(ratio));
  if (ratio >= 10) return ratio.toFixed(1);
  return ratio.toFixed(ratio >= 0.1 ? 2 : 4);
}
