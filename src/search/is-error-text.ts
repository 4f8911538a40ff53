/**
 * Whether a text is one that programs print, rather than what people say: a name such as `OUT_OF_ENERGY` or
 * `setApprovalForAll`, a hexadecimal selector, a code. What pages print as code is one, too: pass those as `codes`.
 */
export function isErrorText(text: string, codes: ReadonlySet<string>): boolean {
  if (codes.has(text.toLowerCase())) return true;
  return /[A-Za-z0-9]_[A-Za-z0-9]|[a-z][a-z]+[A-Z][a-z]+[A-Z]?|\b0x[0-9a-f]{4,}\b|(?<!\w)-3\d{4}\b|^-?\d{4,5}$|^[A-Z][A-Z0-9]{4,}$/.test(
    text,
  );
}
