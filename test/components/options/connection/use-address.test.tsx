// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { useAddress } from '@/components/options/connection/use-address';
import { DEFAULT_ADDRESS } from '@/lib/model/connection/address';
import type { Discovery } from '@/lib/model/connection/discovery';
import { DISCONNECTED } from '@/lib/model/connection/status';

const MOVED = 'http://localhost:23380';
const FOUND: Discovery = {
  beepers: [{ baseUrl: MOVED, name: 'Beeper', kind: 'desktop' }],
  strangers: [],
  isBlocked: false,
};

afterEach(cleanup);

function field() {
  const { result, rerender } = renderHook(
    ({ found }: { found?: Discovery }) => useAddress(DISCONNECTED, found),
    { initialProps: {} },
  );
  return { now: () => result.current, find: () => rerender({ found: FOUND }) };
}

describe('the address', () => {
  it('follows what is found', () => {
    const { now, find } = field();
    expect(now()).toMatchObject({ address: DEFAULT_ADDRESS, meant: '' });
    find();
    expect(now()).toMatchObject({ address: MOVED, meant: MOVED });
  });

  it('does not change while somebody is about to type, and follows when they are not', () => {
    const { now, find } = field();
    act(() => now().hold(true));
    find();
    expect(now().address).toBe(DEFAULT_ADDRESS);
    act(() => now().hold(false));
    expect(now().address).toBe(MOVED);
  });

  it('is what was typed, whatever is found', () => {
    const { now, find } = field();
    act(() => now().setAddress('http://localhost:1'));
    find();
    expect(now()).toMatchObject({ address: 'http://localhost:1', meant: 'http://localhost:1' });
  });
});
