import type { Question } from '../question.ts';
import { memory } from './memory.ts';
import { readers } from './readers.ts';
import { redacting } from './redacting.ts';
import { running } from './running.ts';
import { shell } from './shell.ts';
import { spread } from './spread.ts';
import { startup } from './startup.ts';

/** All questions, in the order in which they are asked. */
export const questions = [
  startup,
  running,
  spread,
  memory,
  shell,
  readers,
  redacting,
] as const satisfies readonly Question[];
