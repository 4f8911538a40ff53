import { visible } from '../../text/visible.ts';

/** Text for HTML, in elements and in quoted attributes alike. What tickets say is hostile; control characters become visible. */
export const escapeHtml = (text: string | number): string =>
  visible(String(text).toWellFormed())
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
