/** Whether the page runs from right to left: arrows to the side mean the other way. */
export function isRightToLeft(): boolean {
  return document.documentElement.dir === 'rtl';
}
