/** What the first screen does without, read as one script once it is there. */
export { undoingAct } from '../../lib/undo';
export { allSelected, extended, stillListed, toggled } from '../../lib/selection';
export { LateFootTools } from './LateFootTools';
export { LayerView } from './LayerView';
export { NoticeView } from './NoticeView';
export { SelectionBar } from './SelectionBar';
