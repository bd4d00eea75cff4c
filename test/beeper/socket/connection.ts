import type { WebSocket } from 'ws';

import { readCommand } from './command';

export interface Outgoing {
  type: string;
  chatID: string;
  ids: string[];
  entries?: object[];
}

/** One client: what it subscribed to, and its own count of events. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #isSilent: () => boolean;
  #chatIDs: string[] = [];
  #seq = 0;

  constructor(socket: WebSocket, isSilent: () => boolean) {
    this.#socket = socket;
    this.#isSilent = isSilent;
    this.#send({ type: 'ready', version: 1, chatIDs: [] });
    socket.on('message', (data: Buffer, isBinary) => this.#take(data.toString('utf8'), isBinary));
  }

  get chatIDs(): readonly string[] {
    return this.#chatIDs;
  }

  deliver(event: Outgoing, ts: string | number): void {
    if (!this.#wants(event.chatID)) return;
    const { type, ...rest } = event;
    this.#seq += 1;
    this.#send({ type, seq: this.#seq, ts, ...rest });
  }

  /** Counts on without sending, as a server does that dropped something. */
  skip(by: number): void {
    this.#seq += by;
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  cut(): void {
    this.#socket.terminate();
  }

  #wants(chatID: string): boolean {
    return this.#chatIDs.includes('*') || this.#chatIDs.includes(chatID);
  }

  #take(data: string, isBinary: boolean): void {
    const command = readCommand(data, isBinary);
    const requestID = command.requestID === undefined ? {} : { requestID: command.requestID };
    if (command.kind === 'refused') {
      this.#send({ type: 'error', ...requestID, code: command.code, message: command.message });
      return;
    }
    this.#chatIDs = command.chatIDs;
    this.#send({ type: 'subscriptions.updated', ...requestID, chatIDs: command.chatIDs });
  }

  #send(frame: object): void {
    if (!this.#isSilent()) this.#socket.send(JSON.stringify(frame));
  }
}
