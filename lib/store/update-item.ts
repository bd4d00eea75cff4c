import { readUpdate } from '../update';
import { item, nullable } from './stored-item';

/** Apart from the other items: the popup's first screen does without it. */
export const UPDATE = item('update', null, nullable(readUpdate));
