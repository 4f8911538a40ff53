/**
 * The peers, as they are published. Their own dependencies are those of the day of the first
 * install. zx is the one that Runlight itself runs on.
 */
export const versions = {
  hurl: '8.0.1',
  stepci: '2.8.2',
  newman: '6.2.2',
  'doc-detective': '4.38.1',
} as const;
