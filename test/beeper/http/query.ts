import type { Check } from './schema';

/**
 * Reads documented parameters and leaves others alone: the app was seen to ignore those it does
 * not know. An empty value means the default.
 */
export class Query {
  readonly #values: Record<string, string[]>;

  constructor(values: Record<string, string[]>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    return this.#values[name]?.at(-1) || undefined;
  }

  checked<T>(name: string, check: Check<T>): T | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : check(text, [name]);
  }

  number(name: string, check: Check<number>): number | undefined {
    const text = this.text(name);
    return text === undefined
      ? undefined
      : check(/^-?\d+$/.test(text) ? Number(text) : text, [name]);
  }

  flag(name: string, check: Check<boolean>): boolean | undefined {
    const text = this.text(name);
    if (text === undefined || text === 'null') return undefined;
    return check(text === 'true' ? true : text === 'false' ? false : text, [name]);
  }

  list(name: string): string[] {
    return (this.#values[name] ?? []).filter((value) => value.length > 0);
  }
}
