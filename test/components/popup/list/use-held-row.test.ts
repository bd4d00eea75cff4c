// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';

import { useHeldRow } from '@/components/popup/list/use-held-row';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { newAct, type Act } from '@/lib/model/actions/action-log';
import type { Row } from '@/lib/model/chats/rows';
import { aChat } from '../../../helpers/builders';

const [A, B] = ['a', 'b'].map((id): Row => ({ chat: aChat({ id }), isWaiting: false })) as [
  Row,
  Row,
];

function listQuery(current: Row, rows: readonly Row[], sent: readonly Act[] = []) {
  const step = vi.fn<(by: number) => void>();
  const acts = { sent, unconfirmed: [] as readonly Act[] };
  const given = { current, step, acts, view: { rows }, snapshot: undefined };
  return given as unknown as OverlayProps;
}

function held(first: OverlayProps) {
  return renderHook((given: OverlayProps) => useHeldRow(given, true), { initialProps: first });
}

it('stays with a chat that was read elsewhere, and goes on from it', () => {
  const { result, rerender } = held(listQuery(A, [A, B]));
  const after = listQuery(B, [B]);
  rerender(after);
  expect(result.current.current?.chat.id).toBe('a');
  result.current.step(1);
  expect(after.step).toHaveBeenCalledWith(0);
  rerender(after);
  expect(result.current.current?.chat.id).toBe('b');
});

it('goes on to the next chat once something was done with it', () => {
  const { result, rerender } = held(listQuery(A, [A, B]));
  const archived = newAct('1', [{ chat: A.chat, intent: { kind: 'archive' } }], {});
  rerender(listQuery(B, [B], [archived]));
  expect(result.current.current?.chat.id).toBe('b');
});
