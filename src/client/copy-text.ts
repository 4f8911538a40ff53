/**
 * Copies `text`. Where the browser does not let us (an old one, or a page without HTTPS), what `shown` holds
 * is selected instead, to be copied by hand.
 */
export async function copyText(text: string, shown: HTMLElement): Promise<'copied' | 'selected'> {
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (isCopied) return 'copied';
  getSelection()?.selectAllChildren(shown);
  return 'selected';
}
