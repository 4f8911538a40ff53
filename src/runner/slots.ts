/** A limit that several runs share. */
export interface Slots {
  /** Takes a slot where one is free. */
  take(): boolean;
  /** `wake` is called once, when a slot is free: those that wait get their turn one after the other. Returns how to stop waiting. */
  wait(wake: () => void): () => void;
  free(): void;
}

export function createSlots(limit: number): Slots {
  const waiting = new Set<() => void>();
  let taken = 0;
  return {
    take() {
      if (taken >= limit) return false;
      taken += 1;
      return true;
    },
    wait(wake) {
      const entry = (): void => wake();
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    free() {
      taken -= 1;
      // Whoever is woken may have no use for it, and then the next one has.
      for (const wake of [...waiting]) {
        if (taken >= limit) return;
        if (waiting.delete(wake)) wake();
      }
    },
  };
}
