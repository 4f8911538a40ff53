/**
 * Text as SARIF's plain text messages hold it (2.1.0, §3.11.3 to §3.11.6): braces are doubled, or they
 * would be placeholders; `](` is parted, or it would be a link; there is no formatting, so names
 * stand in quotation marks.
 */
export function plainMessage(text: string): { text: string } {
  return { text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (').replaceAll('`', "'") };
}
