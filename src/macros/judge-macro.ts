import type { DiagnosticCode } from '../schemas/diagnostic.ts';
import { linkObjection } from '../text/link-domain.ts';
import { nearest } from '../text/nearest.ts';
import { phoneNumbers } from '../text/phone-numbers.ts';
import { unsafeSentences } from '../text/unsafe-sentences.ts';

/** A sentence, a number or a link that a macro must not hold. */
export interface MacroFinding {
  /** Where it begins. */
  offset: number;
  code: Extract<DiagnosticCode, 'macro-asks-secret' | 'macro-promises' | 'phone-number' | 'unlisted-domain'>;
  message: string;
}

/**
 * Sentences that ask for a phrase or key, that promise a recovery, or that name a span of time; phone numbers;
 * links to domains that are not in `allowedDomains`. `locale` says how its language denies.
 */
export function judgeMacro(body: string, locale: string, allowedDomains: readonly string[] = []): MacroFinding[] {
  const told = new Set<string>();
  const ofSentences = unsafeSentences(body, locale).flatMap((found): MacroFinding[] => {
    const { kind, sentence } = found;
    if (kind === 'asks-secret')
      return [
        {
          offset: found.offset,
          code: 'macro-asks-secret',
          message: `“${sentence}” reads as if it asked for a recovery phrase or key; nobody ever needs one.`,
        },
      ];
    if (kind === 'promises')
      return [{ offset: found.offset, code: 'macro-promises', message: `“${sentence}” promises what others decide.` }];
    // One sentence is told of once, at its beginning: a macro has no facts of a network in it.
    if (told.has(sentence)) return [];
    told.add(sentence);
    return [
      {
        offset: body.lastIndexOf(sentence, found.offset),
        code: 'macro-promises',
        message: `“${sentence}” names a span of time, which reads as a promise. When we write again is \`{{next-update}}\`.`,
      },
    ];
  });
  return [...ofSentences, ...phoneFindings(body), ...domainFindings(body, allowedDomains)];
}

function phoneFindings(body: string): MacroFinding[] {
  return phoneNumbers(body).map(({ number, offset }) => ({
    offset,
    code: 'phone-number',
    message: `\`${number}\` reads as a phone number. We call nobody, and numbers in our name are how people are robbed: leave it out.`,
  }));
}

function domainFindings(body: string, allowed: readonly string[]): MacroFinding[] {
  return Array.from(body.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/[^\s)>\]]+/gi)).flatMap((match): MacroFinding[] => {
    const objection = linkObjection(match[0], allowed);
    if (objection === null) return [];
    const name = objection.kind === 'domain' ? objection.host : objection.scheme;
    const near = objection.kind === 'domain' ? nearest(name, allowed) : null;
    return [
      {
        offset: match.index,
        code: 'unlisted-domain',
        message: `\`${name}\` is not among the \`allowedDomains\` of \`runlight.config.ts\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
      },
    ];
  });
}
