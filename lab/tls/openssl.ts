import { execFile } from 'node:child_process';
import { LabError } from '../lab-error.ts';

const timeoutMs = 15_000;

const installCommands: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'brew install openssl',
  win32: 'winget install ShiningLight.OpenSSL.Light',
  linux: 'sudo apt-get install openssl',
};

/** Runs the `openssl` command in a folder; throws LabError when it is missing or fails. */
export function openssl(folder: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('openssl', args, { cwd: folder, timeout: timeoutMs }, (cause, _stdout, stderr) => {
      if (!cause) resolve();
      else if (cause.code === 'ENOENT') reject(missing(cause));
      else reject(failed(args[0] ?? '', stderr, cause));
    });
  });
}

function missing(cause: Error): LabError {
  const command = installCommands[process.platform] ?? 'your system’s package manager';
  return new LabError(
    'missing-tool',
    `The lab's certificates need the \`openssl\` command, which is not on the PATH. Install it with \`${command}\`.`,
    { cause },
  );
}

function failed(subcommand: string, stderr: string, cause: Error): LabError {
  const said = stderr.trim().split('\n').at(-1) || 'nothing';
  return new LabError(
    'start-failed',
    `\`openssl ${subcommand}\` failed and said: ${said}. OpenSSL 1.1 or newer is needed; \`openssl version\` shows yours.`,
    { cause },
  );
}
