import { describe, expect, it } from 'vitest';
import { loadWords } from '../integration/load-words.ts';
import { cardWords } from '../integration/words.ts';
import { configSchema } from '../schemas/config.ts';
import type { SiteBlock } from '../schemas/site-block.ts';
import { decorateBlocks } from './decorate-blocks.ts';

const words = loadWords(configSchema.parse({}).locales).es;
if (!words) throw new Error('No Spanish words.');
const options = {
  words: cardWords(words, 'internal'),
  layers: { client: 'cliente', api: 'API', backend: 'backend', provider: 'proveedor' },
  checkUrl: (id: string) => `/checks/${id}/`,
};
const block: SiteBlock = {
  title: 'The head moves',
  layer: 'provider',
  target: 'bsc-rpc',
  provider: 'Nodes <& Sons>',
  check: 'evm-rpc',
  asks: false,
  journeys: null,
  rows: [{ reading: 'blockAge', healthy: '< 15 s', degraded: null, meaning: 'Age & more' }],
};
const place = (slot: string, id = 'help/x#head'): string => `<${slot} data-block="${id}"></${slot}>`;

describe('decorateBlocks', () => {
  it('says where a block looks', () => {
    const html = decorateBlocks(`<p>${place('rl-facts')}</p>`, { ...options, blocks: { 'help/x#head': block } });
    expect(html).toBe(
      '<p><span>proveedor</span> <span><code>bsc-rpc</code></span> <span>Nodes &lt;&amp; Sons&gt;</span> <span><a href="/checks/evm-rpc/"><code>evm-rpc</code></a></span></p>',
    );
  });

  it('gives a translated block the table of its source, under the names of its language', () => {
    const html = decorateBlocks(place('rl-rows'), { ...options, blocks: { 'help/x#head': block } });
    expect(html).toContain(`<table style="--c2:'Correcto'">`);
    expect(html).toContain('<th scope="col">Correcto</th><th scope="col">Ahora</th><th scope="col">Significado</th>');
    expect(html).toContain('<tr><th scope="row"><code>blockAge</code></th><td><code>&lt; 15 s</code></td>');
    expect(html).toContain('<td>Age &amp; more</td>');
  });

  it('removes places that it knows nothing for', () => {
    expect(decorateBlocks(`a${place('rl-facts')}${place('rl-rows')}b`, { ...options, blocks: {} })).toBe('ab');
  });

  it('changes nothing else', () => {
    const html = '<p>&lt;rl-facts data-block="help/x#head"&gt;</p><rl-other></rl-other>\n<pre>$1 $&</pre>';
    expect(decorateBlocks(html, { ...options, blocks: { 'help/x#head': block } })).toBe(html);
  });
});
