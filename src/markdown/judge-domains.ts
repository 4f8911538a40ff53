import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Page } from '../schemas/page.ts';
import { linkObjection } from '../text/link-domain.ts';
import { didYouMean } from '../text/nearest.ts';
import { makeFindings } from './page-world.ts';

/** Links of public pages must lead to domains of the allow list: whoever can change a page could send users anywhere. */
export function judgeDomains(pages: readonly Page[], allowed: readonly string[]): Diagnostic[] {
  return pages.flatMap(({ path, frontmatter, links }) => {
    if (frontmatter.audience !== 'public') return [];
    const findings = makeFindings(path);
    for (const { url, position } of links) {
      const objection = linkObjection(url, allowed);
      if (objection?.kind === 'domain')
        findings.add(
          'unlisted-domain',
          position,
          `\`${objection.host}\` is not among the \`allowedDomains\` of \`runlight.config.ts\`.${didYouMean(objection.host, allowed)} Link to a page of those, or let somebody judge the domain and add it.`,
        );
      else if (objection && /^tel:|^sms:/.test(objection.scheme))
        findings.add(
          'phone-number',
          position,
          `\`${url}\` calls a phone number. We call nobody, and nobody calls us: remove the link.`,
        );
      else if (objection)
        findings.add(
          'unlisted-domain',
          position,
          `\`${objection.scheme}\` is no web address. A public page links to \`https:\` addresses of the allow list, or to other pages.`,
        );
    }
    return findings.list;
  });
}
