// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import { TimeField } from '@/components/parts/TimeField';
import type { TimeOfDay } from '@/lib/model/reminders/times/day-preferences';

afterEach(cleanup);

function draw(time: TimeOfDay) {
  const onChange = vi.fn<(chosen: TimeOfDay) => void>();
  const field = (now: TimeOfDay) => (
    <TimeField id="morning" label="Morning" time={now} onChange={onChange} />
  );
  const { rerender } = render(field(time));
  const input = screen.getByLabelText<HTMLInputElement>('Morning');
  return { input, onChange, become: (now: TimeOfDay) => rerender(field(now)) };
}

function type(input: HTMLInputElement, value: string): void {
  act(() => input.focus());
  input.value = value;
  fireEvent.change(input);
}

it('tells what was typed', () => {
  const { input, onChange } = draw('09:00');
  type(input, '07:30');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('07:30');
});

it('shows what has come from elsewhere, also after something was typed', () => {
  const { input, become } = draw('09:00');
  type(input, '07:30');
  become('07:30');
  act(() => input.blur());
  become('10:15');
  expect(input.value).toBe('10:15');
});

it('is not written over while somebody types in it, and shows what holds when they leave', () => {
  const { input, onChange, become } = draw('09:00');
  type(input, '');
  become('10:15');
  expect(input.value).toBe('');
  act(() => input.blur());
  expect(input.value).toBe('10:15');
  expect(onChange).not.toHaveBeenCalled();
});
