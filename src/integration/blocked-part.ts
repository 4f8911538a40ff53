/** Attributes that are a browser's event handlers. Custom elements may have words such as `only`. */
const handler = /^on(?!ce$|e$|ly$)[a-z]{2,}$/;
const linkAttributes = ['href', 'xlink:href', 'action', 'formaction'];
const frames = new Set(['iframe', 'frame', 'object', 'embed']);

interface Load {
  attribute: string;
  what: string;
  instead: string;
}

const image = { what: 'an image', instead: 'Put a copy beside the page' };
const recording = { attribute: 'src', what: 'a recording', instead: 'Put a copy into `public/`' };
/** What is loaded with a page, and by which attribute. */
const loads: ReadonlyMap<string, Load> = new Map([
  ['script', { attribute: 'src', what: 'a script', instead: 'Add it to the site as a file' }],
  ['link', { attribute: 'href', what: 'a style sheet', instead: 'Add it to the site as a file' }],
  ['img', { attribute: 'src', ...image }],
  ['image', { attribute: 'href', ...image }],
  ['video', recording],
  ['audio', recording],
  ['source', recording],
]);

/**
 * Says what of an element no page of ours may do, and what to do instead; `null` if it may all.
 * A browser would only leave it out, in silence.
 *
 * @param attributes - Their names in small letters, with a prefix as in `xlink:href`.
 * @param origin - The site's own, if it is known.
 */
export function blockedPart(
  tagName: string,
  attributes: ReadonlyMap<string, string>,
  origin: string | null,
): string | null {
  for (const [name, value] of attributes) {
    if (handler.test(name.toLowerCase()))
      return `\`<${tagName} ${name}=…>\` is an inline event handler, and browsers will not run it. Listen for the event in a \`<script>\` instead: \`addEventListener('${name.slice(2)}', …)\`.`;
    if (linkAttributes.includes(name) && isJavascript(value))
      return `\`<${tagName} ${name}="javascript:…">\` will not run. Use a \`<button>\`, and listen for its click in a \`<script>\`.`;
  }
  if (frames.has(tagName))
    return `\`<${tagName}>\` will stay empty: pages show no other page inside them. Link to it instead.`;
  const load = loads.get(tagName);
  const url = load && (attributes.get(load.attribute) ?? attributes.get(`xlink:${load.attribute}`));
  if (!load || url === undefined) return null;
  if (tagName === 'link' && !/\bstylesheet\b/i.test(attributes.get('rel') ?? '')) return null;
  if (!isElsewhere(url, origin, load.what === image.what)) return null;
  return `\`<${tagName}>\` wants ${load.what} from ${url.slice(0, 100)}, and pages load nothing from elsewhere. ${load.instead}.`;
}

/** Browsers overlook white space and control characters in front, and line breaks anywhere. */
function isJavascript(value: string): boolean {
  return value.includes(':') && URL.parse(value)?.protocol === 'javascript:';
}

function isElsewhere(value: string, origin: string | null, mayBeData: boolean): boolean {
  const url = URL.parse(value, origin ?? 'https://site.invalid/');
  if (url === null || (mayBeData && url.protocol === 'data:')) return false;
  return url.origin !== (origin ?? 'https://site.invalid');
}
