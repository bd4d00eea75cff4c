import { badge } from './badge';
import type { Figure } from './figure';
import { idle } from './idle';
import { keys } from './keys';
import { memory } from './memory';
import { paint } from './paint';
import { size } from './size';
import { fullSync } from './walk';

/** In the order in which they are measured. */
export const FIGURES: readonly Figure[] = [paint, badge, keys, fullSync, memory, idle, size];
