import { readTexts } from './parse';

/** More than anybody chooses by hand; what is kept is read again at every start. */
const MOST = 400;
/** As long as an id of Matrix may be: https://spec.matrix.org/latest/appendices/#room-ids */
const LONGEST = 255;

/** Ids of chats or accounts that somebody chose; what is none, and what is too much, is left out. */
export function readIDs(value: unknown): string[] | undefined {
  return readTexts(value)
    ?.filter((id) => id.length <= LONGEST)
    .slice(0, MOST);
}
