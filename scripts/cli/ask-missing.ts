import { createInterface } from 'node:readline/promises';
import { type MissingFact, missingFacts } from '../../src/packet/missing-facts.ts';
import { refuseFacts } from '../../src/packet/refuse-facts.ts';
import { wrap } from '../../src/reporters/terminal/layout.ts';
import type { Paint } from '../../src/reporters/terminal/paint.ts';
import { facts } from '../../src/schemas/case-facts.ts';
import { severities } from '../../src/schemas/frontmatter.ts';
import type { PacketDraft } from '../../src/schemas/packet.ts';

/**
 * Asks in the terminal for the essentials that a packet lacks, one by one; an empty answer leaves one missing,
 * and Ctrl-C or the end of the input all that are left. Returns the draft with the answers.
 */
export async function askMissing(draft: PacketDraft, paint: Paint, width: number): Promise<PacketDraft> {
  const gone = new AbortController();
  const input = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  input.on('SIGINT', () => gone.abort());
  input.on('close', () => gone.abort());
  const say = (lines: readonly string[]): boolean => process.stderr.write(`${lines.join('\n')}\n`);
  const read = async (prompt: string): Promise<string> => {
    if (gone.signal.aborted) return '';
    return input.question(prompt, { signal: gone.signal }).then(
      (line) => line.trim(),
      () => '',
    );
  };
  /** A text of several lines ends with an empty one. */
  const readLines = async (): Promise<string> => {
    const lines: string[] = [];
    for (let line = await read('> '); line !== ''; line = await read('> ')) lines.push(line);
    return lines.join('\n');
  };
  let answered = draft;
  try {
    for (const missing of missingFacts(draft, Date.now())) {
      const isLong = missing.fact !== 'severity' && ['lines', 'list'].includes(facts[missing.fact].shape);
      say(['', paint.bold(missing.label), ...wrap(missing.question, width), ...hint(missing, isLong, paint, width)]);
      for (;;) {
        const typed = isLong ? await readLines() : await read('> ');
        if (typed === '' || gone.signal.aborted) break;
        const next = withAnswer(answered, missing, typed);
        const why = next === null ? `Expected one of ${severities.join(', ')}.` : await objection(next, missing);
        if (next && why === null) {
          answered = next;
          break;
        }
        say(wrap(why ?? '', width));
      }
    }
  } finally {
    input.close();
  }
  return answered;
}

function hint({ example }: MissingFact, isLong: boolean, paint: Paint, width: number): string[] {
  const how = isLong ? 'An empty line ends it; at once, it stays missing.' : 'Enter alone leaves it missing.';
  return [...wrap(`Such as: ${example.replaceAll('\n', ' / ')}`, width), ...wrap(how, width)].map((line) =>
    paint.dim(line),
  );
}

/** `null`: it is no severity. */
function withAnswer(draft: PacketDraft, { fact }: MissingFact, typed: string): PacketDraft | null {
  if (fact !== 'severity') return { ...draft, facts: { ...draft.facts, [fact]: typed } };
  const level = typed.toLowerCase().replace('-', '');
  const severity = severities.find((each) => each === level);
  return severity ? { ...draft, severity } : null;
}

/** Why an answer is not taken. Never holds it. */
async function objection(draft: PacketDraft, { fact }: MissingFact): Promise<string | null> {
  if (fact === 'severity') return null;
  const { [fact]: typed = '', hashes } = draft.facts;
  const refused = await refuseFacts({ hashes, [fact]: typed });
  if (refused) return refused.message.replace('Clear the field', 'Clear the screen');
  if (typed.length > facts[fact].most) return `That is too long; expected at most ${facts[fact].most} characters.`;
  return missingFacts(draft, Date.now()).find((each) => each.fact === fact)?.question ?? null;
}
