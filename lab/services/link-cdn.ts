import type { Fault } from '../fault.ts';
import { type HttpPart, httpFaults } from '../faults/http.ts';
import { type Answer, json, jsonError } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { appleFile } from '../links/association-files.ts';
import { defineService } from '../service.ts';

interface Part extends HttpPart {
  copy: { state: 'current' | 'earlier' | 'none' };
}

const domain = 'link.example.com';

const keeps = (state: Part['copy']['state'], summary: string): Fault<Part> => ({
  summary,
  kind: 'copy',
  begin({ copy }) {
    copy.state = state;
    return () => {
      copy.state = 'current';
    };
  },
});

/** What Apple says when the host did not let its robot in. */
const refused: Answer = {
  status: 404,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'max-age=3600,public',
    'apple-failure-reason': 'SWCERR00101 Bad HTTP Response: 403 Forbidden',
    'apple-failure-details': '{"status":"403 Forbidden"}',
    'apple-from': `https://${domain}/.well-known/apple-app-site-association`,
    'apple-try-direct': 'false',
  },
  body: 'Not Found\n',
};

export default defineService<Part>({
  name: 'link-cdn',
  protocol: "Apple's copies of association files (JSON over HTTP)",
  summary: "Apple's content delivery network, from which devices read the host's file.",
  faults: {
    ...httpFaults,
    'cdn-stale': keeps('earlier', 'The copy is an earlier one, with fewer links.'),
    'cdn-blocked': keeps('none', 'There is no copy: the host answered 403 to the robot (404 here).'),
  },
  async start() {
    const copy: Part['copy'] = { state: 'current' };
    const server = await startServer(({ path }) => {
      if (path !== `/a/v1/${domain}`) return jsonError(404, 'not_found', `There is nothing at ${path}.`);
      return copy.state === 'none'
        ? refused
        : json(appleFile(copy.state), 200, { 'cache-control': 'max-age=3600,public' });
    });
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, copy }, stop: server.stop };
  },
});
