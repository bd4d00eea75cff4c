import { useEffect, useState } from 'preact/hooks';

import { once } from '../lib/parallel';
import type { LayerProps } from './layer';
import styles from './styles/late.css?url';

type Module = typeof import('./late/all');

let loaded: Module | undefined;

/** Reads what the first screen does without. */
export const loadLate = once(async () => {
  [loaded] = await Promise.all([import('./late/all'), loadStyles()]);
  // The menu is to be there as soon as its key is pressed.
  void loaded.readMemory();
  return loaded;
});

/** The same, as soon as it has been read, which starts once it is wanted. */
export function useLate(isWanted = true): Module | undefined {
  const [module, setModule] = useState(loaded);
  useEffect(() => {
    if (isWanted && !module) void loadLate().then(setModule);
  }, [isWanted, module]);
  return module;
}

/** A layer, as soon as it has been read. */
export function Late(props: LayerProps) {
  const late = useLate();
  return late ? <late.LayerView {...props} /> : null;
}

function loadStyles(): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  document.head.append(link);
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    // Without them it can be used all the same.
    link.addEventListener('error', resolve);
  });
}
