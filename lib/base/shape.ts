import { readArray, readObject, readOneOf } from './parse';

/*
 * A stored type is declared once, as the parser that reads it; the interface is derived from the
 * parser. A member that is not parsed does therefore not exist, and using it does not compile.
 * These few functions are ours and not a schema library: what is stored is repaired, not reported
 * (a bad part is dropped, a missing one gets a default), and a library would have to be told so at
 * every member. The parsers of parse.ts already have that manner and can be used as they are.
 */

/** Reads a value; `undefined` for what does not make sense. Never throws. */
export type Parser<T> = (value: unknown) => T | undefined;

/** A member that is left out where it does not make sense. */
export interface Optional<T> extends Parser<T> {
  readonly isOptional: true;
}

type Members = Readonly<Record<string, Parser<unknown>>>;
type Flat<T> = { [K in keyof T]: T[K] };

/** The type that a parser reads. */
export type Parsed<P> = P extends Parser<infer T> ? T : never;

type ShapeOf<M extends Members> = Flat<
  { -readonly [K in keyof M as M[K] extends Optional<unknown> ? never : K]: Parsed<M[K]> } & {
    -readonly [K in keyof M as M[K] extends Optional<unknown> ? K : never]?: Parsed<M[K]>;
  }
>;

/** An object with these members; there is none if a member that is not optional cannot be read. */
export function shape<M extends Members>(members: M): Parser<ShapeOf<M>> {
  const names = Object.keys(members);
  const parsers = Object.values(members);
  const isOptional = parsers.map((parse) => 'isOptional' in parse);
  return (value) => {
    const raw = readObject(value);
    if (!raw) return undefined;
    const parsed: Record<string, unknown> = {};
    // By index: ten thousand chats are parsed whenever the worker starts.
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const member = parsers[index]?.(raw[name]);
      if (member !== undefined) parsed[name] = member;
      else if (!isOptional[index]) return undefined;
    }
    return parsed as ShapeOf<M>;
  };
}

export function optional<T>(parser: Parser<T>): Optional<T> {
  return Object.assign((value: unknown) => parser(value), { isOptional: true as const });
}

/** What cannot be read is this instead. */
export function withDefault<T>(parser: Parser<T>, fallback: NoInfer<T>): Parser<T> {
  return (value) => parser(value) ?? fallback;
}

export function nullable<T>(parser: Parser<T>): Parser<T | null> {
  return (value) => (value === null ? null : parser(value));
}

export function oneOf<const T extends string>(allowed: readonly T[]): Parser<T> {
  return (value) => readOneOf(value, allowed);
}

/** The items that can be read; the others are dropped. */
export function list<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (value) =>
    readArray(value)
      ?.map(parser)
      .filter((item) => item !== undefined);
}

/** The same list, but none that is empty. */
export function filledList<T>(parser: Parser<T>): Parser<readonly T[]> {
  const parse = list(parser);
  return (value) => {
    const items = parse(value);
    return items?.length ? items : undefined;
  };
}

/** `true`, or nothing: for members that are left out instead of being `false`. */
export function yes(value: unknown): boolean | undefined {
  return value === true || undefined;
}

/** Whether it is `true`; everything else is `false`. */
export function isTrue(value: unknown): boolean {
  return value === true;
}

/** A number that is left out instead of being 0. */
export function nonZero(parser: Parser<number>): Parser<number> {
  return (value) => parser(value) || undefined;
}
