/** For how long a person may ask for quiet; `over`: it is to end now. */
export const QUIET_DURATIONS = ['halfHour', 'hour', 'evening', 'tomorrow', 'over'] as const;
export type QuietDuration = (typeof QUIET_DURATIONS)[number];
