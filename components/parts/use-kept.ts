import { useEffect, useState } from 'preact/hooks';

/** The value, or while it is to be kept the one before: what is drawn from it stays, and its focus. */
export function useKept<T>(value: T, isKept: boolean): T {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (!isKept) setLast(value);
  }, [value, isKept]);
  return isKept ? last : value;
}
