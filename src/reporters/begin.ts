import type { Reporter, ReporterFactory, ReporterOptions } from './define-reporter.ts';

/**
 * The reporter; or, where it cannot even begin, one that breaks at its first event with the same
 * error, so that `attachReporters` drops it and warns as of any other.
 */
export function beginReporter(name: string, factory: ReporterFactory, options: ReporterOptions): Reporter {
  try {
    return factory.create(options);
  } catch (error) {
    return {
      name,
      onEvent: () => {
        throw error;
      },
    };
  }
}
