import { unified } from '@astrojs/markdown-remark';
import remarkDirective from 'remark-directive';

type Plugins = NonNullable<NonNullable<Parameters<typeof unified>[0]>['remarkPlugins']>;

/** A page (an absolute path and its text) as HTML, through the engine that the site uses for its kind of file, with these plugins of ours. */
export async function renderPage(file: string, text: string, plugins: Plugins): Promise<string> {
  const processor = unified({ remarkPlugins: [remarkDirective, ...plugins] });
  const shared = { syntaxHighlight: false as const };
  if (file.endsWith('.md')) {
    const renderer = await processor.createRenderer({ ...shared, image: { domains: [], remotePatterns: [] } });
    return (await renderer.render(text, { fileURL: new URL(`file://${file}`) })).code;
  }
  const renderer = await processor.createMdxRenderer?.(shared, {
    optimize: true,
    srcDir: new URL('file:///tree/src/'),
  });
  const { code = '' } = (await renderer?.process(text, file, {})) ?? {};
  const page = (await import(
    /* @vite-ignore */ asModule(code.replaceAll('astro/jsx-runtime', asModule(jsxToText)))
  )) as { default: (props: object) => string };
  return page.default({ components: { Fragment: 'Fragment' } });
}

const asModule = (code: string): string => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
const jsxToText = `
const text = (child) => Array.isArray(child) ? child.map(text).join('') : typeof child === 'string' || typeof child === 'number' ? String(child) : '';
export const Fragment = 'Fragment';
export const jsx = (type, { children, 'set:html': html, ...props }) => {
  if (typeof type === 'function') return type({ children, ...props });
  const inner = html ?? text(children);
  const attributes = Object.entries(props).map(([name, value]) => value === '' ? \` \${name}\` : \` \${name}="\${value}"\`).join('');
  return type === 'Fragment' ? inner : \`<\${type}\${attributes}>\${inner}</\${type}>\`;
};
export const jsxs = jsx;
`;
