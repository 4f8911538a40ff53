const words =
  /rate.?limit|limit exceeded|exceeded the .*limit|too many requests|throttl|(request|frequency|daily) (usage|limit)|compute units|lack of computing resources/i;

/** Whether an error's own words say that we ask too often, whatever its code. */
export function saysLimit(text: string): boolean {
  return words.test(text);
}
