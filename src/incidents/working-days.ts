const dayLength = 24 * 60 * 60_000;

/** The day, `YYYY-MM-DD`, that is `count` working days after another one. Holidays are not known here. */
export function workingDaysAfter(day: string, count: number): string {
  let time = Date.parse(day);
  for (let left = count; left > 0; ) {
    time += dayLength;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}
