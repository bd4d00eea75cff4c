/** What the first screen does without, read as one script once it is there. */
export { findChats } from '../../lib/find/find-chats';
export { undoingAct } from '../../lib/undo';
export { LayerView } from './LayerView';
export { NoticeView } from './NoticeView';
export { readMemory } from './remind-memory';
