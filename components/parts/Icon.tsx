const PATHS = {
  archive: 'M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.75h3',
  inbox: 'M2.5 9.5 4.5 3h7l2 6.5V13h-11zM2.5 9.5h3.25l.75 1.75h3l.75-1.75h3.25',
  bell: 'M4 11.25V7a4 4 0 0 1 8 0v4.25l1 .75H3zM6.75 13.75a1.4 1.4 0 0 0 2.5 0',
  read: 'm2.5 8.5 3.25 3.25L13.5 4.5',
  unread: 'M8 8m-3.25 0a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0',
  open: 'M9 2.75h4.25V7M13 3 7.5 8.5M11.5 9.5v3.75h-8.75V4.5H6.5',
  search: 'M7 7m-4.25 0a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0-8.5 0M10.25 10.25l3.25 3.25',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  next: 'M6 3.5 10.5 8 6 12.5',
  muted: 'M4 11.25V7a4 4 0 0 1 6.5-3.1M12 7v4.25l1 .75H5.5M2.5 13.5l11-11',
  pinned: 'M6 2.75h4l-.5 4L11.75 9H4.25L6.5 6.75zM8 9v4.25',
  low: 'M8 2.75v7.5M4.75 7.25 8 10.5l3.25-3.25M3.5 13.25h9',
  more: 'M3.25 8h.5M7.75 8h.5M12.25 8h.5',
  waiting: 'M8 8m-5.25 0a5.25 5.25 0 1 0 10.5 0a5.25 5.25 0 1 0-10.5 0M8 5v3l2 1.5',
  alert: 'M8 2.5 14 13H2zM8 6.5v3M8 11.25v.1',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  close: 'm4 4 8 8M12 4l-8 8',
  write: 'm3 13 1-4 7-6.500 2.500 2.500-7 7z',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn beside words or inside a named button: a screen reader has no need of it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
