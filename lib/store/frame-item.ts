import { readFrame } from '../frame';
import { item, nullable } from './stored-item';

/** Made by the worker with the glance. Apart from it: nothing else is read before the first frame. */
export const FRAME = item('frame', null, nullable(readFrame));
