import { useState } from 'preact/hooks';

import { DEFAULT_ADDRESS, readAddress } from '@/lib/model/connection/address';
import type { Discovery } from '@/lib/model/connection/discovery';
import type { Status } from '@/lib/model/connection/status';

/**
 * Beeper's address as the field has it. While nobody has typed, it follows what was found, but never
 * under the hands of somebody who is about to type.
 */
export function useAddress({ baseUrl }: Status, found: Discovery | undefined) {
  const [typed, setAddress] = useState<string>();
  const [held, setHeld] = useState<string>();
  const named = typed ?? baseUrl ?? found?.beepers[0]?.baseUrl;
  const address = typed ?? held ?? named ?? DEFAULT_ADDRESS;
  return {
    address,
    setAddress,
    hold: (isHeld: boolean) => setHeld(isHeld ? address : undefined),
    /** Another Beeper than the one that is connected. */
    isOther: baseUrl !== undefined && !isSame(address, baseUrl),
    /** Empty while nobody has named one: then it is wherever Beeper is. */
    meant: named ?? '',
  };
}

function isSame(typed: string, baseUrl: string): boolean {
  try {
    return readAddress(typed) === baseUrl;
  } catch {
    return false;
  }
}
