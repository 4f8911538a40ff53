import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { lightPage } from './light-page.ts';

describe('lightPage', () => {
  it('says a list’s depth once', () => {
    const item = (depth: string): string =>
      `<li${depth} class="x"><a href="#a"${depth} class="x"><span${depth} class="x">A</span></a></li>`;
    const list = (depth: string): string => `<ul class="x" style="--depth: 1;">${item(depth)}</ul>`;
    expect(lightPage(list(' style="--depth: 1;"'))).toBe(list(''));
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
