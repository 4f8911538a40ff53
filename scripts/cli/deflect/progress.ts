const eraseLine = '\r\u001b[2K';

/** How far it is, on a terminal, once it takes over a second. */
export function createProgress(size: number): { show(bytes: number, tickets: number): void; end(): void } {
  const startedAt = performance.now();
  let shownAt = 0;
  return {
    show(bytes, tickets) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - startedAt < 1000 || now - shownAt < 100) return;
      shownAt = now;
      const share = size === 0 ? 100 : Math.min(100, Math.floor((bytes / size) * 100));
      process.stderr.write(`${eraseLine}${tickets.toLocaleString('en')} tickets, ${share} % of the file read`);
    },
    end() {
      if (shownAt > 0) process.stderr.write(eraseLine);
    },
  };
}
