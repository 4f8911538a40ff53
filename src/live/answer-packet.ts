import type { PacketSigner } from '../packet/seal.ts';
import { declaredValues } from '../project/declared-values.ts';
import type { Project } from '../project/load.ts';
import { makePacket } from '../project/make-packet.ts';
import type { ApiError, PacketAnswer } from '../schemas/api.ts';
import { facts } from '../schemas/case-facts.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import { suggest } from '../text/nearest.ts';

export interface AnswerPacketOptions {
  project: Project;
  env: Readonly<Record<string, string | undefined>>;
  signer: PacketSigner | null;
}

/** A sealed packet of what a browser has, with what the server's tree knows; or why there is none. */
export async function answerPacket(
  draft: PacketDraft,
  { project, env, signer }: AnswerPacketOptions,
): Promise<PacketAnswer | ApiError> {
  const { environment } = draft;
  if (environment !== null && !project.environments.has(environment)) {
    const name = environment.slice(0, 100);
    return {
      code: 'bad-request',
      message: `There is no environment \`${name}\`.${suggest(name, [...project.environments.keys()])}`,
      hint: 'Load the page again: its checks may have been run elsewhere.',
      parameter: 'environment',
    };
  }
  const made = await makePacket(draft, { project, secrets: declaredValues(project, env), signer });
  if (!('refused' in made)) return made;
  if (made.refused === 'unknown')
    return {
      code: 'not-found',
      message: made.message,
      hint: 'Load the page again: it may have changed since.',
      parameter: null,
    };
  const [message = '', ...hint] = made.message.split(/(?<=\.) /);
  const where = made.fact === null ? '' : `${facts[made.fact].label}: `;
  return { code: 'secret', message: `${where}${message}`, hint: hint.join(' '), parameter: made.fact };
}
