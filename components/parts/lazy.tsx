import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose script is read when it is first wanted; until then it draws nothing. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>) {
  let Loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [isLoaded, setLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      const read = async () => {
        Loaded = await load();
        setLoaded(true);
      };
      if (!isLoaded) void read();
    }, [isLoaded]);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
