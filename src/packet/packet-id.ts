/** A new packet's id: `packet-20261125T143000Z-ab12cd`, with the time that it is made and six random digits. */
export function packetId(now: Date): string {
  const time = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const random = crypto.getRandomValues(new Uint8Array(3));
  return `packet-${time}-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
