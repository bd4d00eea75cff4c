/** Starts something once its script has been read; returns how to stop it, also before that. */
export function startLate<M>(read: () => Promise<M>, start: (module: M) => () => void): () => void {
  const over = new AbortController();
  const begin = async () => {
    const module = await read();
    if (!over.signal.aborted) over.signal.addEventListener('abort', start(module));
  };
  void begin();
  return () => over.abort();
}
