/**
 * Chats a record. Ten thousand chats are read in fifty records four times as fast as one by one
 * and written twenty times as fast; a change still writes no more than this (test/bench).
 */
export const SHARD_SIZE = 200;

/**
 * Which record each chat is kept in: the one that was being filled when the chat came, for good.
 * The first full sync meets chats by their activity, so those that change together lie together.
 */
export class Shards {
  readonly #places = new Map<string, number>();
  readonly #members = new Map<number, Set<string>>();
  #last = 0;

  /** The records that these changes are to be written in; new chats are given a place. */
  touchedBy(changed: Iterable<string>, removed: Iterable<string>): Set<number> {
    const touched = new Set<number>();
    for (const id of removed) {
      const place = this.#places.get(id);
      if (place === undefined) continue;
      this.#places.delete(id);
      this.#members.get(place)?.delete(id);
      touched.add(place);
    }
    for (const id of changed) touched.add(this.#places.get(id) ?? this.#place(id));
    return touched;
  }

  /** Chats found in a record; the first to hold a chat is its place. */
  found(shard: number, ids: Iterable<string>): void {
    this.#last = Math.max(this.#last, shard);
    for (const id of ids) if (!this.#places.has(id)) this.#put(id, shard);
  }

  members(shard: number): ReadonlySet<string> {
    return this.#members.get(shard) ?? new Set();
  }

  clear(): void {
    this.#places.clear();
    this.#members.clear();
    this.#last = 0;
  }

  #place(id: string): number {
    if (this.members(this.#last).size >= SHARD_SIZE) this.#last += 1;
    this.#put(id, this.#last);
    return this.#last;
  }

  #put(id: string, shard: number): void {
    this.#places.set(id, shard);
    const members = this.#members.get(shard) ?? new Set();
    this.#members.set(shard, members.add(id));
  }
}
