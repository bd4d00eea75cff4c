import { readRemindChoice } from '../remind-choice';
import { DEFAULT_SETTINGS, readSettings } from '../settings';
import { item, nullable } from './stored-item';

/** What the reminder menu reads. Apart from the other items, so that it carries no other readers. */
export const REMIND_ITEMS = {
  settings: item('settings', DEFAULT_SETTINGS, readSettings),
  lastChoice: item('lastChoice', null, nullable(readRemindChoice)),
};
