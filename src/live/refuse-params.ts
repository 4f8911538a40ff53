import { judgeValue } from '../project/judge-value.ts';
import type { Project } from '../project/load.ts';
import type { ApiError } from '../schemas/api.ts';
import type { Block } from '../schemas/page.ts';
import { suggest } from '../text/nearest.ts';

/**
 * Why these values cannot be taken for these blocks, or `null`. Only what a block asks for may be given,
 * in the form that its check expects. A refusal never repeats the value.
 */
export async function refuseParams(
  project: Project,
  blocks: readonly Block[],
  params: Readonly<Record<string, string>>,
): Promise<ApiError | null> {
  const asked = [...new Set(blocks.flatMap(({ ask }) => ask))];
  for (const [name, value] of Object.entries(params)) {
    if (!asked.includes(name))
      return {
        code: 'unknown-parameter',
        message: `None of these blocks asks for ${isName(name) ? `\`${name}\`` : 'this'}.${suggest(name, asked)}`,
        hint: 'All other parameters come from the page.',
        parameter: isName(name) ? name : null,
      };
    for (const block of blocks.filter(({ ask }) => ask.includes(name))) {
      const objection = await judgeValue(project, block, name, value);
      if (objection?.kind === 'secret') {
        const [message = '', ...hint] = objection.message.split(/(?<=\.) /);
        return { code: 'secret', message, hint: hint.join(' '), parameter: name };
      }
      if (objection)
        return {
          code: 'bad-value',
          message: `This is not what \`${block.title}\` asks for: expected ${objection.expected}.`,
          hint: 'Copy the value again, whole and without anything around it.',
          parameter: name,
        };
    }
  }
  return null;
}

/** What was sent in the place of a name may be anything; it is repeated where it looks like one. */
const isName = (text: string): boolean => /^[A-Za-z][A-Za-z-]{0,30}$/.test(text);
