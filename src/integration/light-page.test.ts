import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { lightPage } from './light-page.ts';

describe('lightPage', () => {
  it('says a list’s depth once, and puts nothing around an entry’s text', () => {
    const depth = ' style="--depth: 1;"';
    const scope = 'class="astro-jugkfwgx"';
    const item = `<li${depth} ${scope}><a href="#a"${depth} ${scope}><span${depth} ${scope}>A</span></a></li>`;
    expect(lightPage(`<ul ${scope}${depth}>${item}</ul>`)).toBe(
      `<ul ${scope}${depth}><li ${scope}><a href="#a" ${scope}>A</a></li></ul>`,
    );
  });

  it('keeps what styles are about, and what stands beside something', () => {
    const link = (inside: string): string =>
      `<li class="x"><a href="/b/" aria-current="page" class="large astro-rmhv4bp6">${inside}</a></li>`;
    const span = '<span class="astro-rmhv4bp6">B</span>';
    expect(lightPage(link(span))).toBe(link('B'));
    for (const kept of [
      `${span}<b>3</b>`,
      '<span class="sr-only">B</span>',
      '<span class="rl-x astro-rmhv4bp6">B</span>',
    ])
      expect(lightPage(link(kept))).toBe(link(kept));
  });

  it('takes the indentation out of scripts, and nothing out of what is none', () => {
    const code = (indent: string): string => `\n${indent}const a = 'b  c';\n${indent}${indent}a;\n`;
    expect(lightPage(`<script>${code('\t')}</script><pre>${code('\t')}</pre>`)).toBe(
      `<script>${code('')}</script><pre>${code('\t')}</pre>`,
    );
  });

  it('calls scopes as the styles do, and leaves what is none', () => {
    const scopes = new Map([['astro-rmhv4bp6', '_rmh']]);
    const page =
      '<a title=">" class="large astro-rmhv4bp6"><b class="astro-zzzzzzzz astro-rmhv4bp6x -astro-rmhv4bp6"></b></a>';
    expect(lightPage(page, scopes)).toBe(page.replace('large astro-rmhv4bp6', 'large _rmh'));
  });

  it('closes shapes shortly, which a browser reads as the same', () => {
    const page =
      '<!DOCTYPE html><html><head></head><body><svg viewBox="0 0 1 1"><g><path class="a" d="M0 0L8 4z"></path><rect x="1"></rect><text>t</text></g></svg><p>after</p></body></html>';
    const light = lightPage(page);
    expect(light).toContain('<path class="a" d="M0 0L8 4z"/><rect x="1"/><text>t</text>');
    expect(serialize(parse(light))).toBe(serialize(parse(page)));
  });

  it('leaves everything else, and text that only looks like it', () => {
    const page =
      '<p style="--depth: 1;">&lt;path d="x">&lt;/path> <a href="#x" title="style --depth: 1;">b</a><g></g><path d="x">inside</path></p>';
    expect(lightPage(page)).toBe(page);
  });
});
