import { fireEvent } from '@testing-library/preact';

/** A key, pressed where the focus is. */
export function press(key: string, shiftKey = false): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey });
}
