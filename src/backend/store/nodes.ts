/** What nodes tell each other that may be lost: the next message replaces it. */
export type Topic = 'positions';

/** What one node at a time does. */
export type Duty = 'demo';

/** No message is longer, in bytes of UTF-8. */
export const MAX_MESSAGE_BYTES = 7_900;

/** The processes that serve one database, as each of them sees the others. */
export interface Nodes {
  /** To every other node, none of it longer than `MAX_MESSAGE_BYTES`. @throws AppError unavailable */
  send(topic: Topic, messages: readonly string[]): Promise<void>;
  /** What others send; a listener must not throw. @returns the unsubscribe */
  receive(topic: Topic, listener: (message: string) => void): () => void;
  /** Called when messages may have been missed. @returns the unsubscribe */
  onMissed(listener: () => void): () => void;
  /** Run `work` when no other node has the duty, and have it until it is done. */
  inTurn<T>(duty: Duty, work: () => Promise<T>): Promise<T>;
  /**
   * Have `work` run on one node, as long as there is one: it begins when this node gets the duty, and its signal
   * ends it when this node loses its line to the others, who then take over. It handles its own errors.
   * @returns gives the duty back, and resolves when `work` has ended
   */
  keepUp(duty: Duty, work: (signal: AbortSignal) => Promise<void>): () => Promise<void>;
}

/** A database that is one process's own has no other nodes. */
export const soleNode: Nodes = {
  send: () => Promise.resolve(),
  receive: () => () => undefined,
  onMissed: () => () => undefined,
  inTurn: (_duty, work) => work(),
  keepUp(_duty, work) {
    const abort = new AbortController();
    const working = work(abort.signal);
    return async () => {
      abort.abort();
      await working;
    };
  },
};
