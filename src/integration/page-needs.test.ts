import { describe, expect, it } from 'vitest';
import { pageNeeds } from './page-needs.ts';

const inBody = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>T</title></head><body>${body}</body></html>`;
const scriptsOf = (body: string): readonly string[] => pageNeeds(inBody(body)).inlineScripts;

describe('what a page needs of its policy', () => {
  it('is every inline script and style that a browser acts on, once each', () => {
    const needs = pageNeeds(
      inBody(
        '<script>one()</script><script type=module>two()</script><script>one()</script><SCRIPT TYPE="Text/JavaScript">three()</SCRIPT><style>p{}</style>',
      ),
    );
    expect(needs.inlineScripts).toEqual(['one()', 'two()', 'three()']);
    expect(needs.inlineStyles).toEqual(['p{}']);
  });

  it.each([
    ['JSON', '<script type="application/json">{"a":1}</script>'],
    ['linked data', '<script type="application/ld+json">{}</script>'],
    ['a type that no browser knows', '<script type="text/x-template">x()</script>'],
    ['a type with a parameter, which is none', '<script type="text/javascript; charset=utf-8">x()</script>'],
    ['an unknown language', '<script language="vbscript">x()</script>'],
    ['an empty script', '<script></script>'],
    ['a script of a file', '<script src="/a.js">ignored()</script>'],
  ])('is no hash for %s', (_, body) => {
    expect(scriptsOf(body)).toEqual([]);
  });

  it.each([
    ['no type', '<script>x()</script>'],
    ['an empty type', '<script type="">x()</script>'],
    ['white space around its type', '<script type=" module\n">x()</script>'],
    ['the language JavaScript', '<script language="JavaScript">x()</script>'],
    ['an import map', '<script type="importmap">x()</script>'],
    ['speculation rules', '<script type="speculationrules">x()</script>'],
    ['a template around it', '<template><p><script>x()</script></template>'],
    ['a picture around it', '<svg><script>x()</script></svg>'],
    ['an attribute that names a file only in a picture', '<script href="/a.js">x()</script>'],
    ['an attribute that names a file only outside of one', '<svg><script src="/a.js">x()</script></svg>'],
  ])('is a hash for a script with %s', (_, body) => {
    expect(scriptsOf(body)).toEqual(['x()']);
  });

  it('knows which pages have no script, no style attribute and no recording', () => {
    expect(pageNeeds(inBody('<script type="application/json">1</script>'))).toMatchObject({
      hasScripts: false,
      hasStyleAttributes: false,
      hasMedia: false,
      hasManifest: false,
    });
    expect(
      pageNeeds(inBody('<link rel=Manifest href=/m.json><script src=/a.js></script><video src=/v.mp4 style="a:b">')),
    ).toMatchObject({ hasScripts: true, hasStyleAttributes: true, hasMedia: true, hasManifest: true });
  });
});

describe('hostile text', () => {
  it.each([
    ['a comment', '<!-- <script>evil()</script> -->'],
    ['a comment that seems to end', '<!-- --!- > <script>evil()</script> -->'],
    ['an attribute', '<p title="</p><script>evil()</script>">'],
    ['an attribute without quotes', '<p title=<script>evil()</script>'],
    ['a title', '<title></p><script>evil()</script></title>'],
    ['a text field', '<textarea><script>evil()</script></textarea>'],
    ['escaped text', '&lt;script&gt;evil()&lt;/script&gt;'],
    ['a style sheet', '<style>/* <script>evil()</script> */</style>'],
    ['plain text', '<xmp><script>evil()</script></xmp>'],
    ['what only readers without JavaScript get', '<noscript><script>evil()</script></noscript>'],
  ])('in %s makes no script', (_, body) => {
    expect(scriptsOf(body)).toEqual([]);
  });

  it('inside a script is its own text, whatever tags it names', () => {
    expect(scriptsOf('<script>a="<!-- <script>b</script> -->";</script>')).toEqual([
      'a="<!-- <script>b</script> -->";',
    ]);
    expect(scriptsOf('<script>a="<script>"</script><p>evil()</script>')).toEqual(['a="<script>"']);
  });

  it('follows the rules of pictures, where a style sheet has elements and a script has character references', () => {
    expect(scriptsOf('<svg><style><!--</style><script>evil()</script>--></style></svg>')).toEqual([]);
    expect(scriptsOf('<svg><script>a&lt;b</script></svg>')).toEqual(['a<b']);
    expect(scriptsOf('<svg><script><![CDATA[a<b]]></script></svg>')).toEqual(['a<b']);
    expect(scriptsOf('<svg><script xlink:href="/a.js">x()</script></svg>')).toEqual([]);
  });

  it('may nest as deep as it likes', () => {
    expect(scriptsOf(`${'<b>'.repeat(50_000)}<script>x()</script>`)).toEqual(['x()']);
  });
});

describe('a text as the browser sees it', () => {
  it('has \\n for every newline, and a mark for what is no character', () => {
    expect(scriptsOf('<script>\r\na()\rb()\n</script>')).toEqual(['\na()\nb()\n']);
    expect(pageNeeds(inBody('<style>\r\np{}\r\n</style>')).inlineStyles).toEqual(['\np{}\n']);
    expect(scriptsOf('<script>a\0b</script>')).toEqual(['a\uFFFDb']);
  });

  it('has the styles of those who run no JavaScript', () => {
    const needs = pageNeeds(inBody('<noscript><style>i{}</style><p style="a:b">x</p></noscript>'));
    expect(needs.inlineStyles).toEqual(['i{}']);
    expect(needs.hasStyleAttributes).toBe(true);
  });
});

describe('a part that no policy lets through', () => {
  const blocked = (body: string, origin: string | null = 'https://help.example.com'): readonly string[] =>
    pageNeeds(inBody(body), origin).blocked;

  it.each([
    ['<button onclick="x()">', '`<button onclick=…>` is an inline event handler', "addEventListener('click', …)"],
    ['<svg><circle ONLOAD="x()"></svg>', '`<circle onload=…>`', "addEventListener('load', …)"],
    ['<template><img src=/a.png onerror=x()></template>', '`<img onerror=…>`', "addEventListener('error', …)"],
    ['<a href=" java\nscript:x()">', '`<a href="javascript:…">` will not run', 'Use a `<button>`'],
    ['<form action="JavaScript:x()">', '`<form action="javascript:…">`', 'Use a `<button>`'],
    [
      '<img src="https://elsewhere.example/a.png">',
      'wants an image from https://elsewhere.example/a.png',
      'Put a copy',
    ],
    ['<img src="//elsewhere.example/a.png">', 'wants an image', 'Put a copy'],
    ['<img src="/\\elsewhere.example/a.png">', 'wants an image', 'Put a copy'],
    ['<script src="https://elsewhere.example/a.js"></script>', 'wants a script', 'as a file'],
    ['<script src="data:text/javascript,x()"></script>', 'wants a script', 'as a file'],
    ['<link rel="stylesheet" href="https://elsewhere.example/a.css">', 'wants a style sheet', 'as a file'],
    ['<iframe src="/a/"></iframe>', '`<iframe>` will stay empty', 'Link to it'],
  ])('%s: is named, with what to do', (body, what, todo) => {
    expect(blocked(body)).toHaveLength(1);
    expect(blocked(body)[0]).toContain(what);
    expect(blocked(body)[0]).toContain(todo);
  });

  it.each([
    '<my-switch only="yes" once one on="x"></my-switch>',
    '<img src="/a.png"><img src="a.png"><img src="data:image/png;base64,AA==">',
    '<img src="https://help.example.com/a.png">',
    '<link rel="canonical" href="https://elsewhere.example/"><a href="https://elsewhere.example/">out</a>',
    '<a href="/javascript:x">a page</a><p>onclick="x()"</p><!-- <p onclick=x()> -->',
    '<code>&lt;p onclick="x()"&gt;</code>',
  ])('%s: is none', (body) => {
    expect(blocked(body)).toEqual([]);
  });

  it('from an address of our own is one, as long as nobody knows that address', () => {
    expect(blocked('<img src="https://help.example.com/a.png">', null)).toHaveLength(1);
  });
});
