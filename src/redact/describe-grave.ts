import { isGrave, type Removed } from './removed-kinds.ts';

/**
 * What to do when a recovery phrase or a private key was in a text, as English sentences for the agent who
 * has it; `null` when there was none.
 */
export function describeGrave(removed: readonly Removed[]): string | null {
  const grave = removed.filter(({ kind }) => isGrave(kind));
  if (grave.length === 0) return null;
  const found = grave.map(({ kind, count }) =>
    counted(kind === 'recovery-phrase' ? 'recovery phrase' : 'private key', count),
  );
  return (
    `Found and removed: ${found.join(' and ')}. The original still holds ${grave.length === 1 && grave[0]?.count === 1 ? 'it' : 'them'}: delete it wherever it is. ` +
    'Whoever has seen it can take the money: tell its owner to make a new wallet now and move everything there. ' +
    'Never ask for a recovery phrase or a private key; no step needs one.'
  );
}

const counted = (name: string, count: number): string => (count === 1 ? `a ${name}` : `${count} ${name}s`);
