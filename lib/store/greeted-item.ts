import { readBoolean } from '../read';
import { item } from './stored-item';

/** Whoever uses this browser has been shown around, or was here before there was such a thing. */
export const GREETED = item('greeted', false, readBoolean);
