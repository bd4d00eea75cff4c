import { useEffect, useState } from 'preact/hooks';

import { once } from '../lib/parallel';
import type { LayerProps } from './layer';
import styles from './styles/late.css?url';

export type LateModule = typeof import('./late/all');

let loaded: LateModule | undefined;

/** Reads what the first screen does without. */
export const loadLate = once(async () => {
  [loaded] = await Promise.all([import('./late/all'), loadStyles()]);
  return loaded;
});

/** The same, as soon as it has been read: at once, or when the browser has nothing else to do. */
export function useLate({ isPatient = false } = {}): LateModule | undefined {
  const [module, setModule] = useState(loaded);
  useEffect(() => {
    const load = () => void loadLate().then(setModule);
    if (module) return;
    if (isPatient) requestIdleCallback(load);
    else load();
  }, [module, isPatient]);
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
