import { html, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { blockedPart } from './blocked-part.ts';
import { isExecuted } from './is-executed.ts';

/** What a finished page has in it that its Content-Security-Policy must know. */
export interface PageNeeds {
  /** Texts of inline scripts that a browser runs, each once, as it sees them: newlines are `\n`. */
  inlineScripts: readonly string[];
  inlineStyles: readonly string[];
  /** Any script at all, of its own or from a file. */
  hasScripts: boolean;
  hasStyleAttributes: boolean;
  hasMedia: boolean;
  hasManifest: boolean;
  /** What no policy of ours would let through, each with what to do instead. */
  blocked: readonly string[];
}

/**
 * Reads a page as a browser does: with all of HTML's rules, so that a script in a comment is a comment,
 * and one that a `<title>` or an attribute only mentions is text.
 *
 * @param origin - Where the site will be served, if it is known: what has this origin is its own.
 */
export function pageNeeds(page: string, origin: string | null = null): PageNeeds {
  const document = parse(page);
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const blocked = new Set<string>();
  const needs = { hasScripts: false, hasStyleAttributes: false, hasMedia: false, hasManifest: false };

  function readElement(element: Tree.Element, isForScriptless: boolean): void {
    const { tagName, attrs } = element;
    const attributes = new Map(attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
    if (tagName === 'script' && !isForScriptless && isExecuted(attributes)) {
      needs.hasScripts = true;
      const isPicture = element.namespaceURI === html.NS.SVG;
      const isFile = (isPicture ? ['href', 'xlink:href'] : ['src']).some((name) => attributes.has(name));
      const text = textOf(element);
      if (!isFile && text !== '') scripts.add(text);
    }
    if (tagName === 'style') styles.add(textOf(element));
    if (tagName === 'video' || tagName === 'audio') needs.hasMedia = true;
    if (tagName === 'link' && attributes.get('rel')?.toLowerCase() === 'manifest') needs.hasManifest = true;
    if (attributes.has('style')) needs.hasStyleAttributes = true;
    const problem = blockedPart(tagName, attributes, origin);
    if (problem !== null) blocked.add(problem);
  }

  // The walk keeps its own list: text can nest elements deeper than calls can.
  const open: { node: Tree.Node; isForScriptless: boolean }[] = [{ node: document, isForScriptless: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, isForScriptless } = next;
    const inside: Tree.Node[] = 'childNodes' in node ? [...node.childNodes] : [];
    if ('tagName' in node) {
      readElement(node, isForScriptless);
      // What a script copies out of a template obeys the policy, too.
      if ('content' in node) inside.push(node.content);
      // To the parser this is one text; to a browser without JavaScript it is elements, and styles among them.
      if (node.tagName === 'noscript') {
        const fragment = parseFragment(textOf(node), { scriptingEnabled: false });
        open.push({ node: fragment, isForScriptless: true });
      }
    }
    for (const each of inside.reverse()) open.push({ node: each, isForScriptless });
  }
  return {
    ...needs,
    inlineScripts: [...scripts],
    inlineStyles: [...styles],
    blocked: [...blocked],
  };
}

const textOf = (element: Tree.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
