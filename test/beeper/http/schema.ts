import { invalid } from './reply';

export type Path = (string | number)[];

/** Takes what came over the wire and either returns it as a typed value or throws a 400. */
export type Check<T> = (value: unknown, path: Path) => T;

type Shape = Record<string, Check<unknown>>;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: undefined extends ReturnType<S[K]> ? K : never;
}[keyof S];
export type Checked<S extends Shape> = {
  [K in Exclude<keyof S, OptionalKeys<S>>]: ReturnType<S[K]>;
} & { [K in OptionalKeys<S>]?: Exclude<ReturnType<S[K]>, undefined> };

export const anyString: Check<string> = (value, path) => {
  if (typeof value === 'string') return value;
  throw refuse('a string', path);
};

export const filledString: Check<string> = (value, path) => {
  if (typeof value === 'string' && value.length > 0) return value;
  throw refuse('a non-empty string', path);
};

export const boolean: Check<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw refuse('true or false', path);
};

export const number: Check<number> = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw refuse('a number', path);
};

export const isoDate: Check<string> = (value, path) => {
  const isDate =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value);
  if (isDate && !Number.isNaN(Date.parse(value))) return value;
  throw refuse('an ISO 8601 time with zone', path);
};

export function integer(min: number, max: number): Check<number> {
  return (value, path) => {
    if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max)
      return Number(value);
    throw refuse(`a whole number from ${min} to ${max}`, path);
  };
}

export function oneOf<T extends string>(...values: readonly T[]): Check<T> {
  return (value, path) => {
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw refuse(`one of ${values.join(', ')}`, path);
  };
}

export function list<T>(item: Check<T>, minimum = 0): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw refuse('a list', path);
    if (value.length < minimum) throw refuse(`a list of at least ${minimum}`, path);
    return value.map((entry: unknown, index) => item(entry, [...path, index]));
  };
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

export function record<T>(check: Check<T>): Check<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(asObject(value, path));
    return Object.fromEntries(entries.map(([key, entry]) => [key, check(entry, [...path, key])]));
  };
}

/** Unknown members are refused, so that a client which invents one is found out. */
export function object<S extends Shape>(shape: S): Check<Checked<S>> {
  return (value, path) => {
    const given = asObject(value, path);
    const stray = Object.keys(given).find((key) => !Object.hasOwn(shape, key));
    if (stray !== undefined) throw invalid(`Unknown member "${stray}"`, [...path, stray]);
    const checked: Record<string, unknown> = {};
    for (const [key, check] of Object.entries(shape)) {
      const result = check(given[key], [...path, key]);
      if (result !== undefined) checked[key] = result;
    }
    return checked as Checked<S>;
  };
}

function asObject(value: unknown, path: Path): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw refuse('an object', path);
}

function refuse(what: string, path: Path): Error {
  return invalid(`${path.join('.') || 'Body'} has to be ${what}`, path);
}
