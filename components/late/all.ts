/** What the first screen does without, read as one script once it is there. */
export { watchPicture } from '../../lib/avatar-pictures';
export { findChats } from '../../lib/find/find-chats';
export { allSelected, extended, stillListed, toggled } from '../../lib/selection';
export { Failure } from './Failure';
export { FootHelp } from './FootHelp';
export { FootTools } from './FootTools';
export { handleKey } from './handle-key';
export { LayerView } from './LayerView';
export { NoticeView } from './NoticeView';
export { readMemory } from './remind-memory';
export { SelectionBar } from './SelectionBar';
export { takeBack } from './take-back';
export { followSingleKeys } from '../../lib/single-keys';
