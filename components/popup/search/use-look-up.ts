import { useEffect, useRef, useState } from 'preact/hooks';

import { ask } from '@/lib/requests/bridge';

/** As many as one request of the worker's should fetch. */
const PORTION = 20;
/** So many are looked up without being asked for: each is a request of its own. */
const UNASKED = 400;

/**
 * Has the last messages of these chats looked up, one portion after the other and each chat once. It
 * stops where somebody should say whether to go on, and waits while Beeper is in trouble.
 */
export function useLookUp(notRefetched: readonly string[], isTroubled: boolean) {
  const asked = useRef(new Set<string>());
  const [allowed, setAllowed] = useState(UNASKED);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const left = notRefetched.filter((id) => !asked.current.has(id));
  const isStopped = hasFailed || allowed <= 0;
  const isGoingOn = left.length > 0 && !isTroubled && !isStopped;

  useEffect(() => {
    if (!isTroubled) setFailed(false);
  }, [isTroubled]);

  useEffect(() => {
    if (isAsking || !isGoingOn) return;
    const chatIDs = left.slice(0, PORTION);
    for (const id of chatIDs) asked.current.add(id);
    setAsking(true);
    setAllowed((before) => before - chatIDs.length);
    ask('preview', { chatIDs })
      .catch(() => {
        for (const id of chatIDs) asked.current.delete(id);
        setFailed(true);
      })
      .finally(() => setAsking(false));
  }, [isAsking, isGoingOn, left]);

  const isLooking = isAsking || isGoingOn;
  return {
    /** How many are still looked up. */
    left: isLooking ? notRefetched.length : 0,
    canGoOn: !isLooking && !isTroubled && left.length > 0,
    goOn: () => {
      setFailed(false);
      setAllowed(Infinity);
    },
  };
}
