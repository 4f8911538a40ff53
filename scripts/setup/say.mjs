/** One line for the person who waits. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
