import { certificateAged } from '../faults/certificate.ts';
import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { type Answer, json, jsonError } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import { androidFile, appleFile } from '../links/association-files.ts';
import { defineService } from '../service.ts';
import { worldAuthority } from '../tls/world-authority.ts';

interface State {
  apple: 'current' | 'wrong-app' | 'missing';
  android: 'release' | 'debug';
  redirected: boolean;
}

type Part = StatePart<State>;

const healthy: State = { apple: 'current', android: 'release', redirected: false };

const changes = changesOf<State>(healthy);

const files = (state: State, path: string): Answer | null => {
  if (path === '/.well-known/assetlinks.json') return json(androidFile(state.android === 'release'));
  if (path !== '/.well-known/apple-app-site-association') return null;
  if (state.apple === 'missing') return jsonError(404, 'not_found', 'There is nothing here.');
  return json(appleFile(state.apple), 200, { 'content-type': 'application/json' });
};

const handle = (state: State) => {
  const answer = (path: string): Answer =>
    files(state, path) ?? jsonError(404, 'not_found', `There is nothing at ${path}.`);
  return route({
    '/.well-known/:file': ({ path }) =>
      state.redirected ? { ...json({}, 301), headers: { location: `/en${path}` } } : answer(path),
    '/en/.well-known/:file': ({ path }) => answer(path.slice('/en'.length)),
  });
};

export default defineService<Part>({
  name: 'link-host',
  protocol: 'Association files for iOS and Android (JSON over HTTPS)',
  summary: "The host of the wallet's links, with a certificate of the lab's authority.",
  faults: {
    ...httpFaults,
    'aasa-missing': changes('apple', 'missing', 'The file for Apple is gone (404).'),
    'wrong-app': changes('apple', 'wrong-app', 'The file for Apple names the app of another team.'),
    'wrong-fingerprint': changes('android', 'debug', "The file for Android has the fingerprint of a developer's key."),
    redirected: changes('redirected', true, 'Both files are moved: 301 to a path with a language.'),
  },
  async start(context) {
    const authority = await worldAuthority(context);
    const state: State = { ...healthy };
    const server = await startServer(handle(state), await authority.issue(certificateAged(1)));
    return {
      // By name, as real targets are: a client may not present an IP address as the server's name.
      url: `https://localhost:${server.port}`,
      values: {},
      part: { server, state },
      caFile: authority.caFile,
      stop: server.stop,
    };
  },
});
