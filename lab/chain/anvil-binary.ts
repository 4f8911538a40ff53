import { createRequire } from 'node:module';
import { LabError } from '../lab-error.ts';

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Path of the native anvil that npm installed for this platform. The package's own `anvil` command is a
 * Node wrapper around it: a wrapper that is killed leaves the node running.
 */
export function findAnvil(platform = process.platform, arch = process.arch): string {
  const system = `${platform}-${architectures[arch] ?? arch}`;
  const binary = platform === 'win32' ? 'anvil.exe' : 'anvil';
  const name = `@foundry-rs/anvil-${system}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json');
    return createRequire(wrapper).resolve(`${name}/bin/${binary}`);
  } catch (cause) {
    throw new LabError(
      'missing-tool',
      `The lab's chains need anvil, but its package \`${name}\` is not installed. Run \`npm install --include=optional\`.`,
      { cause },
    );
  }
}
