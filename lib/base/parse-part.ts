import { readObject } from './parse';

/** How each member of a value is read; what does not make sense reads as `undefined`. */
export type Readers<T> = { readonly [K in keyof T]-?: (value: unknown) => T[K] | undefined };

/** Those members of a value that make sense. */
export function readPart<T extends object>(value: unknown, readers: Readers<T>): Partial<T> {
  const raw = readObject(value) ?? {};
  const names = Object.keys(readers) as (keyof T & string)[];
  const read = names.map((name) => [name, readers[name](raw[name])] as const);
  return Object.fromEntries(read.filter(([, member]) => member !== undefined)) as Partial<T>;
}
