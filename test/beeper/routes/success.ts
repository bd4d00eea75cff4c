import { empty, json, type Reply } from '../http/reply';
import type { Switches } from '../switches';

/** Archive and reminder calls were seen to answer in three ways, all of which mean success. */
export function successReply({ archiveReply }: Switches): Reply {
  if (archiveReply === 'no-content') return empty(204);
  return archiveReply === 'empty' ? empty(200) : json({ success: true });
}
