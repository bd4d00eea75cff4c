import type { ComponentProps, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { once } from '../lib/parallel';
import type { LayerProps } from './layer';
import { loadStyles } from './load-styles';
import styles from './styles/late.css?url';

export type LateModule = typeof import('./late/all');

/** The names of the components among it. */
type PartName = {
  [N in keyof LateModule]: N extends Capitalize<N> ? N : never;
}[keyof LateModule];

let loaded: LateModule | undefined;

/** Reads what the first screen does without. */
export const loadLate = once(async () => {
  [loaded] = await Promise.all([import('./late/all'), loadStyles(styles)]);
  // The menu is to be there as soon as its key is pressed.
  void loaded.readMemory();
  return loaded;
});

/** The same, as soon as it has been read, which starts once it is wanted. */
export function useLate(isWanted = true): LateModule | undefined {
  const [late, setLate] = useState(loaded);
  useEffect(() => {
    if (isWanted && !late) void loadLate().then(setLate);
  }, [late, isWanted]);
  return late;
}

type Props<N extends PartName> = ComponentProps<LateModule[N]> & { part: N };

/** One of its components, as soon as they have been read. */
export function LatePart<N extends PartName>({ part, ...props }: Props<N>) {
  const Part = useLate()?.[part] as ComponentType<object> | undefined;
  return Part ? <Part {...props} /> : null;
}

/** A layer, as soon as it has been read. */
export function Late(props: LayerProps) {
  return <LatePart part="LayerView" {...props} />;
}
