import { createInterface } from 'node:readline/promises';
import { wrap } from '../../src/reporters/terminal/layout.ts';
import type { Paint } from '../../src/reporters/terminal/paint.ts';
import type { Trees } from '../../src/schemas/tree.ts';
import { didYouMean } from '../../src/text/nearest.ts';
import { visible } from '../../src/text/visible.ts';
import { nodeAt } from '../../src/trees/graph.ts';
import type { Asker, Reply, Screen } from './walk-tree.ts';

export interface TerminalAsker extends Asker {
  /** Aborted by Ctrl-C, when the input ends, and when the process is told to end. */
  signal: AbortSignal;
  close(): void;
}

const clear = '\u001b[2J\u001b[3J\u001b[H';

/** Asks in the terminal, one question a screen. Screens go to standard error: what is printed at the end may be piped. */
export function createTerminalAsker(
  trees: Trees,
  paint: Paint,
  width: number,
  interrupted: AbortSignal,
): TerminalAsker {
  const gone = new AbortController();
  const input = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  interrupted.addEventListener('abort', () => gone.abort(), { once: true });
  input.on('SIGINT', () => gone.abort());
  input.on('close', () => gone.abort());
  const write = (lines: readonly string[]): boolean => process.stderr.write(`${lines.join('\n')}\n`);
  /** What was typed, without blanks around it; `null` when nobody is there any more. */
  const read = async (prompt: string): Promise<string | null> => {
    if (gone.signal.aborted) return null;
    try {
      return (await input.question(prompt, { signal: gone.signal })).trim();
    } catch {
      return null;
    }
  };
  const indented = (text: string, indent: string): string[] =>
    wrap(text, width - indent.length).map((line) => `${indent}${line}`);

  const head = ({ walk, node }: Screen): string[] => [
    `${clear}${paint.bold(trees.get(walk.tree)?.title ?? walk.tree)}`,
    ...walk.steps.flatMap((step, index) => {
      const at = nodeAt(trees, step);
      const label = at && 'choices' in at ? at.choices[step.answer]?.label : undefined;
      const by = step.by === 'check' ? ', by the check' : step.overruled ? ', the check overruled' : '';
      return indented(paint.dim(`${index + 1}. ${label ?? step.answer}${by}`), '  ');
    }),
    '',
    ...wrap(node.question, width).map((line) => paint.bold(line)),
    ...(node.hint === undefined ? [] : wrap(node.hint, width).map((line) => paint.dim(line))),
    '',
  ];

  return {
    signal: gone.signal,
    close: () => input.close(),
    running(screen) {
      write([...head(screen), paint.dim('Running the check …')]);
    },
    async value(screen, { name, expected }, refused) {
      write([
        ...head(screen),
        ...(refused === null ? [] : [...wrap(refused, width), '']),
        ...wrap(`The check needs: ${name}, ${expected}.`, width),
      ]);
      const typed = await read(`${name} (Enter alone: answer without the check): `);
      return typed === null || typed === '' ? null : typed;
    },
    async ask(screen) {
      const { node, branch } = screen;
      const choices = Object.entries(node.choices);
      const preselected = branch?.choice ?? null;
      let said = '';
      for (;;) {
        write([
          ...head(screen),
          ...(branch ? [...wrap(visible(`The check says: ${branch.why}`), width), ''] : []),
          ...choices.flatMap(([id, { label }], index) => {
            const [first = '', ...more] = wrap(
              `${label}${id === preselected ? '  (the check’s answer)' : ''}`,
              width - 5,
            );
            const mark = id === preselected ? '>' : ' ';
            return [`${mark} ${index + 1}  ${first}`, ...more.map((line) => `     ${line}`)];
          }),
          '',
          ...(said === '' ? [] : [said]),
        ]);
        const enter = preselected === null ? '' : ', Enter alone takes the check’s answer';
        const typed = await read(`Number and Enter${enter}; b back, r restart, q quit: `);
        if (typed === null) return { kind: 'quit' };
        const reply = replyOf(
          typed,
          choices.map(([id]) => id),
          preselected,
        );
        if ('kind' in reply) return reply;
        said = reply.said;
      }
    },
  };
}

/** What a line means: a number, an id, or one of the keys. */
export function replyOf(typed: string, ids: readonly string[], preselected: string | null): Reply | { said: string } {
  const choice = (id: string): Reply => ({ kind: 'choice', choice: id });
  if (typed === '') return preselected === null ? { said: 'Type the number of an answer.' } : choice(preselected);
  const numbered = /^\d+$/.test(typed) ? ids[Number(typed) - 1] : undefined;
  if (numbered !== undefined) return choice(numbered);
  if (ids.includes(typed)) return choice(typed);
  switch (typed.toLowerCase()) {
    case 'b':
    case 'back':
      return { kind: 'back' };
    case 'r':
    case 'restart':
      return { kind: 'restart' };
    case 'q':
    case 'quit':
      return { kind: 'quit' };
  }
  // What was pasted may be anything: only what looks like a word or a short number is shown again.
  const what = /^(?:[a-z-]{1,20}|\d{1,3})$/i.test(typed) ? `\`${typed}\`` : 'That';
  return { said: `${what} is no answer; type a number from 1 to ${ids.length}.${didYouMean(typed, ids)}` };
}
