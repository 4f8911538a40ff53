import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { metaOffset } from './meta-offset.ts';

const mark = '<meta name=mark>';
const marked = (html: string): string => html.slice(0, metaOffset(html)) + mark + html.slice(metaOffset(html));

describe('where a page’s policy goes', () => {
  it.each([
    [
      'behind a charset that stands first',
      '<!DOCTYPE html><html><head><meta charset="utf-8"/>^<title>T</title></head>',
    ],
    ['behind it after a title, too', '<!DOCTYPE html><html><head><title>T</title><meta charset=utf-8>^<link></head>'],
    [
      'before a script that stands before it',
      '<!doctype html><head>^<script>x()</script><meta charset="utf-8"></head>',
    ],
    ['into a head without one', '<!doctype html><html><head>^<link rel=stylesheet href=/a.css></head><body>x'],
    ['where a head would be', '<!doctype html><html lang=en>^<body><p>x</p></body></html>'],
    ['where a head would be, were there an html', '<!doctype html>^<title>T</title><meta http-equiv=refresh><p>x'],
    [
      'behind the charset of a head that is not written out',
      '<!doctype html><meta charset=utf-8>^<title>T</title><p>x',
    ],
    ['to the front of what is no page at all', '^<p>x</p>'],
    ['behind a byte order mark', '\uFEFF^<p>x</p>'],
    [
      'past tags that comments name',
      '<!-- <head> --><!doctype html><!-- <head><meta charset=x> --><html><head>^<style></style></head>',
    ],
    ['past tags that attributes name', '<!doctype html><html data-a="<head>"><head data-b=">">^</head>'],
    [
      'past Windows’ newlines',
      '<!doctype html>\r\n<html>\r\n<head>\r\n<meta charset="utf-8">^\r\n<title>T</title></head>',
    ],
    [
      'past a comment longer than any start',
      `<!-- ${'x'.repeat(3000)} --><!doctype html><html><head>^<title>T</title></head>`,
    ],
    ['past a doctype behind such a comment', `<!-- ${'x'.repeat(3000)} --><!doctype html>^<p>x</p>`],
    ['before a charset too far away', `<!doctype html><head>^<title>${'x'.repeat(2000)}</title><meta charset="utf-8">`],
    ['not at a head that comes too late', '<!doctype html>^<script>x()</script><head><meta charset="utf-8"></head>'],
  ])('%s', (_, page) => {
    const html = page.replace('^', '');
    expect(marked(html)).toBe(page.replace('^', mark));
    // A policy counts only inside the head.
    const root = parse(marked(html).replace('\uFEFF', '')).childNodes.find(({ nodeName }) => nodeName === 'html');
    const head = root && 'childNodes' in root ? root.childNodes.find(({ nodeName }) => nodeName === 'head') : undefined;
    const metas = head && 'childNodes' in head ? head.childNodes.filter((node) => 'attrs' in node) : [];
    expect(metas.some(({ attrs }) => attrs[0]?.value === 'mark')).toBe(true);
  });
});
