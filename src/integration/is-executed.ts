/** JavaScript's names as HTML lists them. A type with anything else in it, such as a charset, is data. */
const javascript =
  /^(?:application|text)\/(?:x-)?(?:ecmascript|javascript)$|^text\/(?:javascript1\.[0-5]|jscript|livescript)$/;
/** What is no JavaScript and still obeys `script-src`. */
const others = new Set(['module', 'importmap', 'speculationrules']);

/**
 * Whether a browser acts on a `<script>` with these attributes; otherwise it is data, such as JSON.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
 */
export function isExecuted(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('type');
  const language = attributes.get('language');
  if (type === '' || (type === undefined && !language)) return true;
  const named = (
    type === undefined ? `text/${language}` : type.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '')
  ).toLowerCase();
  return javascript.test(named) || others.has(named);
}
