import { expect, it } from 'vitest';
import { packetSearch, readPacketAddress } from './packet-address.ts';

it('reads what it writes, whatever stands in an id', () => {
  for (const kind of ['triage', 'diagnosis', 'page'] as const)
    expect(readPacketAddress(packetSearch(kind, 'a/b&c=d é'))).toEqual({ kind, id: 'a/b&c=d é', walk: null });
});

it('reads a walk with its tree, and with nothing else', () => {
  expect(readPacketAddress('?tree=chain-rpc&walk=head_late_c.peer')).toEqual({
    kind: 'triage',
    id: 'chain-rpc',
    walk: 'head_late_c.peer',
  });
  expect(readPacketAddress('?page=a&walk=b')?.walk).toBe(null);
});

it.each(['', '?', '?tree=', '?other=a'])('finds nothing in “%s”', (search) => {
  expect(readPacketAddress(search)).toBe(null);
});
