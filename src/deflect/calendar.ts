const dayMs = 86_400_000;

/** `YYYY-MM-DD` of a day, in days since 1970 (UTC). */
export const showDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The Monday of its week. 1970 began on a Thursday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);
