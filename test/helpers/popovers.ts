/**
 * What happy-dom leaves out of popovers: showing one. Everything in the page counts as shown there, so
 * nothing more is to be done; like a browser, it refuses one that is not in the page or no popover.
 * Being closed by a press beside it is left to the tests in real browsers.
 */
export function allowPopovers(): void {
  HTMLElement.prototype.showPopover = showPopover;
}

function showPopover(this: HTMLElement): void {
  if (!this.isConnected || !this.hasAttribute('popover'))
    throw new DOMException('No popover in the page', 'InvalidStateError');
}
