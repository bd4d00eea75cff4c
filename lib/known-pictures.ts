/** Pictures that have been read, as `data:` addresses, by their address at Beeper. */
export const knownPictures = new Map<string, string>();
