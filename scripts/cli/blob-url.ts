/** Where GitHub shows the files of the commit that a workflow runs on; `undefined` elsewhere. */
export function blobUrl(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = env;
  const isThere =
    /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(commit);
  return isThere ? `${server}/${repository}/blob/${commit}` : undefined;
}
