import type { Deadline } from '../schemas/deadline.ts';

/** `within 15 min`, where number and unit stay on one line; `next shift`, where no clock runs. */
export const sayDeadline = ({ text, ms }: Deadline): string =>
  ms === null ? text : `within ${text.replaceAll(' ', '\u00a0')}`;
