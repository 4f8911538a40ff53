import type { Words } from './words.ts';

/** An area's name in words; one that we have none for is made from its folder's. */
export function areaName(slug: string, { t }: Pick<App.Locals, 't'>): string {
  const key = `runlight.area.${slug}`;
  return t.exists(key) ? t(key as keyof Words) : slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
}
