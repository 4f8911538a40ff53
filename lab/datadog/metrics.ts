/** The metrics that the wallet's apps and services send to the lab's Datadog. */
import type { DatadogState } from './state.ts';

export interface Metric {
  name: string;
  tags: Readonly<Record<string, string>>;
  /** Its value in the interval that begins at a time in milliseconds. */
  at(ms: number): number;
}

/** A number between -1 and 1 that swings once in so many minutes. */
const swing = (ms: number, minutes: number): number => Math.sin((ms / 60_000 / minutes) * 2 * Math.PI);

const services = { 'wallet-api': 84, 'swap-api': 12 };
const platforms = { ios: 0.9985, android: 0.9971, extension: 0.9992 };
/** Of each platform: the one before, and the newest. */
const versions = ['12.4.0', '12.4.1'];

export function metricsOf({ errors, release }: Pick<DatadogState, 'errors' | 'release'>): Metric[] {
  const share = errors === 'spike' ? 0.41 : 0.004;
  return [
    ...Object.entries(services).flatMap(([service, perSecond]): Metric[] => {
      const tags = { env: 'prod', service };
      const requests = (ms: number): number => perSecond * (1 + 0.2 * swing(ms, 60));
      return [
        { name: 'wallet.requests', tags, at: requests },
        { name: 'wallet.requests.errors', tags, at: (ms) => requests(ms) * share * (1 + 0.2 * swing(ms, 7)) },
        { name: 'wallet.error_share', tags, at: (ms) => share * (1 + 0.2 * swing(ms, 7)) },
      ];
    }),
    ...Object.entries(platforms).flatMap(([platform, crashFree]) =>
      versions.map((version): Metric => {
        const isBad = release === 'crashes' && platform === 'android' && version === versions.at(-1);
        const usual = crashFree - (errors === 'spike' ? 0.06 : 0) - (isBad ? 0.08 : 0);
        return {
          name: 'wallet.crash_free_sessions',
          tags: { env: 'prod', platform, version },
          at: (ms) => usual + 0.0004 * swing(ms, 11),
        };
      }),
    ),
  ];
}
