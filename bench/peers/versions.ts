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

/** Those that make sites, each with the packages that its own guide asks for. */
export const sitePackages = {
  starlight: {
    '@astrojs/starlight': '0.42.4',
    astro: '7.3.5',
    '@astrojs/markdown-remark': '7.3.1',
    'remark-directive': '4.0.0',
  },
  vitepress: { vitepress: '1.6.4' },
  docusaurus: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    '@docusaurus/faster': '3.10.2',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  material: { 'mkdocs-material': '9.8.2', mkdocs: '1.6.1' },
} as const;
