import site from 'virtual:runlight/site';
import type { APIRoute } from 'astro';

/** The internal site is nobody's search result. */
export const GET: APIRoute = ({ site: address }) => {
  const lines =
    site.audience === 'public' && address
      ? ['User-agent: *', 'Allow: /', `Sitemap: ${new URL('sitemap-index.xml', address).href}`]
      : ['User-agent: *', 'Disallow: /'];
  return new Response(`${lines.join('\n')}\n`);
};
