import { start } from './start';

/**
 * The script of both pages. What the settings need beyond the popup is read by them alone; a script
 * that two pages share would be one more for the popup to wait for. Nothing is awaited
 * here: what is read later could not share this script then (Rollup).
 */
if (location.pathname === '/options.html') {
  void import('../options/start').then((options) => options.start());
} else {
  void start();
}
