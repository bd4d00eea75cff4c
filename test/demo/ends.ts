export type End = () => unknown;

/** What was started and how to end it: all of it, the last first, and once. */
export class Ends {
  readonly #ends: End[] = [];
  #running: Promise<void> | undefined;

  add(end: End): void {
    this.#ends.unshift(end);
  }

  run(): Promise<void> {
    return (this.#running ??= this.#runAll());
  }

  async #runAll(): Promise<void> {
    for (const end of this.#ends) await end();
  }
}
