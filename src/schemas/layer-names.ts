/** The way of a request. Apart from its schema, which is too heavy for a browser. */
export const layers = ['client', 'api', 'backend', 'provider'] as const;
export type Layer = (typeof layers)[number];
