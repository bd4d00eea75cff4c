import { loadLate } from '../../components/Late';
import { resetBrowser } from './fake-browser';

/** Has what is read after the first screen read, its styles with it: from here on it is there. */
export async function readLate(): Promise<void> {
  resetBrowser();
  const reading = loadLate();
  document.querySelector('link')?.dispatchEvent(new Event('load'));
  await reading;
  document.head.replaceChildren();
}
