/** How far the server's clock is ahead of the reader's, in milliseconds. */
export interface ServerClock {
  ahead: number;
}

/** From an answer: the server named its time between our question and its answer. */
export function clockFromAnswer(at: string, askedAt: number, answeredAt: number): ServerClock {
  return { ahead: Date.parse(at) - (askedAt + answeredAt) / 2 };
}

/** An event may come late, and says then nothing of the clock; from the future none comes. */
export function clockAfterEvent(clock: ServerClock, at: string, receivedAt: number): ServerClock {
  return { ahead: Math.max(clock.ahead, Date.parse(at) - receivedAt) };
}
