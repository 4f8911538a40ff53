import type { Question } from '../question.ts';
import { building } from './building.ts';
import { deflecting } from './deflecting.ts';
import { finding } from './finding.ts';
import { memory } from './memory.ts';
import { pages } from './pages.ts';
import { readers } from './readers.ts';
import { redacting } from './redacting.ts';
import { running } from './running.ts';
import { saving } from './saving.ts';
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
  building,
  pages,
  readers,
  saving,
  redacting,
  deflecting,
  finding,
] as const satisfies readonly Question[];
