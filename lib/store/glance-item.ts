import { GLANCE_KEY, readGlance } from '../glance';
import { item, nullable } from './stored-item';

/** Made from the slices by the worker for what the popup shows first, which reads nothing else. */
export const GLANCE = item(GLANCE_KEY, null, nullable(readGlance));
