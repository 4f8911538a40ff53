import site from 'virtual:runlight/site';

/** `getStaticPaths` of a page that stands in every language: in the first one without a prefix. */
export const localePaths = () =>
  site.locales.map((locale, index) => ({ params: { locale: index === 0 ? undefined : locale } }));
