/** For how long a person may ask for quiet; `over`: it is to end now. */
export const QUIET_WISHES = ['halfHour', 'hour', 'evening', 'tomorrow', 'over'] as const;
export type QuietWish = (typeof QUIET_WISHES)[number];
