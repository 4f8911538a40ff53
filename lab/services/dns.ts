import { answering, type ResolverPart, staleRecord, startResolver } from '../dns/resolver-service.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService<ResolverPart>({
  name: 'dns',
  protocol: 'DNS over HTTPS (RFC 8484), here over HTTP',
  summary: "A public resolver, asked for the wallet's own domains.",
  needs: ['dns-2'],
  faults: {
    ...httpFaults,
    nxdomain: answering('nxdomain', 'Every name is said not to exist (NXDOMAIN).'),
    servfail: answering('servfail', 'Every question ends in SERVFAIL: no name server can be reached.'),
    hijacked: answering('hijacked', 'Name servers and addresses are somebody else’s, and nothing is verified.'),
    'stale-record': staleRecord,
    'no-records': answering('no-records', 'Names exist, and have no records.'),
    'short-ttl': answering('short-ttl', 'Records may be kept for 5 seconds only.'),
    malformed: answering('malformed', 'Messages announce more records than they hold.'),
  },
  start: startResolver,
});
