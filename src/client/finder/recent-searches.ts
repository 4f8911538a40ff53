const key = 'runlight-recent-searches';
const most = 6;
const longest = 120;

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was searched for on this device, the newest first; nothing where nothing is or can be kept. */
export function recentSearches(place: () => Place = onDevice): string[] {
  try {
    const kept: unknown = JSON.parse(place().getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((each): each is string => typeof each === 'string' && each.length <= longest).slice(0, most);
  } catch {
    return [];
  }
}

/** Keeps a search on this device, where it lets us: only the text of one that held nothing to leave out. */
export function keepSearch(text: string, place: () => Place = onDevice): void {
  const kept = text.trim().replace(/\s+/g, ' ');
  if (kept.length < 2 || kept.length > longest) return;
  const others = recentSearches(place).filter((each) => each.toLowerCase() !== kept.toLowerCase());
  try {
    place().setItem(key, JSON.stringify([kept, ...others].slice(0, most)));
  } catch {
    // Typed again next time.
  }
}

export function clearSearches(place: () => Place = onDevice): void {
  try {
    place().removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}

/** Asking for it throws where a browser keeps nothing. */
const onDevice = (): Place => localStorage;
