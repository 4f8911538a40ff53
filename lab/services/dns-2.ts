import { type ResolverPart, staleRecord, startResolver } from '../dns/resolver-service.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService<ResolverPart>({
  name: 'dns-2',
  protocol: 'DNS over HTTPS (RFC 8484), here over HTTP',
  summary: 'A second public resolver, to compare the first one with.',
  faults: { ...httpFaults, 'stale-record': staleRecord },
  start: startResolver,
});
