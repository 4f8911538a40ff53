import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './folders.ts';

const ours = pathToFileURL(`${packageRoot}/package.json`).href;

/**
 * Lets the checks and configuration of any tree import `runlight/check`, `runlight/config` and the
 * libraries that Runlight brings, wherever the tree stands. A tree's own packages come first.
 */
registerHooks({
  resolve(specifier, context, next) {
    const isBare = !/^(\.|\/|[a-z]+:)/i.test(specifier);
    if (specifier === 'runlight' || specifier.startsWith('runlight/'))
      return next(specifier, { ...context, parentURL: ours });
    if (!isBare || context.parentURL === ours) {
      const resolved = next(specifier, context);
      // What was imported as it is now imports what stands beside it as it is now.
      const [, version] = /^file:[^?]*(\?fresh=\w+)$/.exec(context.parentURL ?? '') ?? [];
      return version && specifier.startsWith('.') ? { ...resolved, url: `${resolved.url}${version}` } : resolved;
    }
    try {
      return next(specifier, context);
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
      if (!isMissing) throw error;
      try {
        return next(specifier, { ...context, parentURL: ours });
      } catch {
        // Whoever imported it is named, not we.
        throw error;
      }
    }
  },
});
