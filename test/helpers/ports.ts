/**
 * The ports of this computer as a test wants them: who answers where. Beeper's own are numbers
 * that others on the machine may be using, so none of them is really listened to.
 */
export class Ports {
  readonly #doors = new Map<number, string>();

  /** Whoever is really at this address is now to be found at the port. */
  open(port: number, address: string): this {
    this.#doors.set(port, address);
    return this;
  }

  close(port: number): this {
    this.#doors.delete(port);
    return this;
  }

  fetch = (...[input, init]: Parameters<typeof fetch>): Promise<Response> => {
    const { port, pathname, search } = new URL(
      input instanceof Request ? input.url : String(input),
    );
    const behind = this.#doors.get(Number(port));
    if (behind) return fetch(behind + pathname + search, init);
    return Promise.reject(new TypeError('fetch failed'));
  };
}
