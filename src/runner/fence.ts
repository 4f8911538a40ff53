import { syncBuiltinESMExports } from 'node:module';

/**
 * Keeps what all checks of a thread share as it is: without this one check could change what another
 * sees, or start what does not end with it. Whoever tries gets an error, in its own attempt. Called once
 * in each thread, before any check is loaded.
 */
export function fence(): void {
  lockGlobals();
  // Every process that Node starts reads it, and so does Node: `NODE_TLS_REJECT_UNAUTHORIZED` for one.
  process.env = Object.freeze({});
  for (const name of ['env', 'exit'] as const) lock(process, name);
  for (const stream of [process.stdout, process.stderr]) lock(stream, 'write');
  forbidSignalsToUs();
  forbid('node:child_process', ['spawnSync', 'execSync', 'execFileSync'], 'stops all checks of its thread; use `$`');
  forbid('node:worker_threads', ['Worker'], 'starts a thread that would not end with the check');
  syncBuiltinESMExports();
}

/** Part of the language: they and their own functions stay what they are. */
const intrinsics = [
  'Array',
  'Atomics',
  'Date',
  'JSON',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Reflect',
  'String',
] as const;

/** Part of Node: many a library gives them the value that they have. */
const held = [
  ...['AbortController', 'AbortSignal', 'Buffer', 'URL', 'fetch', 'process', 'queueMicrotask', 'structuredClone'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
];

function lockGlobals(): void {
  for (const name of intrinsics) {
    Object.freeze(globalThis[name]);
    lock(globalThis, name);
  }
  Object.freeze(Promise.prototype);
  // Frozen, it would break whoever gives an object a `toString` of its own; this is enough against pollution.
  Object.preventExtensions(Object.prototype);
  for (const name of held) hold(name);
  // What `fetch` sends its requests through.
  lock(globalThis as { [dispatcher]?: unknown }, dispatcher);
}

const dispatcher = Symbol.for('undici.globalDispatcher.1');

function lock<T extends object>(owner: T, name: keyof T): void {
  if (Object.hasOwn(owner, name))
    Object.defineProperty(owner, name, { value: owner[name], writable: false, configurable: false });
}

function hold(name: string): void {
  const value: unknown = Reflect.get(globalThis, name);
  Object.defineProperty(globalThis, name, {
    configurable: false,
    enumerable: true,
    get: () => value,
    set(next: unknown) {
      if (next !== value)
        throw new Error(
          `\`${name}\` cannot be replaced: all checks of a thread share it. (Import from \`zx\`, not from \`zx/globals\`.)`,
        );
    },
  });
}

function forbidSignalsToUs(): void {
  const { kill } = process;
  process.kill = (pid, signal) => {
    if (signal !== 0 && [0, process.pid, -process.pid].includes(pid))
      throw new Error('`process.kill` of the process that runs all checks is not for checks.');
    return kill.call(process, pid, signal);
  };
  lock(process, 'kill');
}

/** Replaces functions of a module of Node's. `why` completes "`spawnSync` …". */
function forbid(module: string, names: readonly string[], why: string): void {
  const exported = process.getBuiltinModule(module) as Record<string, unknown>;
  for (const name of names)
    exported[name] = function forbidden(): never {
      throw new Error(`\`${name}\` is not for checks: it ${why}.`);
    };
}
