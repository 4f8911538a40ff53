/**
 * Returns what waits until no button of a mouse and no finger is down. Leaving a field by a press on a button
 * must not say at the field what is wrong with it before the press is over: the button would move away from
 * under it, and the press would come to nothing.
 */
export function watchPointer(): () => Promise<void> {
  let released: PromiseWithResolvers<void> | null = null;
  const release = (): void => {
    // The click itself comes after this, within the same turn.
    setTimeout(() => released?.resolve());
  };
  document.addEventListener('pointerdown', () => (released = Promise.withResolvers()), true);
  document.addEventListener('pointerup', release, true);
  document.addEventListener('pointercancel', release, true);
  return async () => released?.promise;
}
