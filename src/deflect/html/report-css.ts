/** The look of the report: light and dark, on paper, from a phone's width on. Contrast is 4.5:1 and more. */
export const reportCss = `
:root { color-scheme: light dark; --ink: #1b2230; --soft: #525c6e; --ground: #fff; --card: #f5f6f9; --line: #d5d9e2; --bar: #2f5fb3; --gap: #b9c3d6; --surge: #a3360f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecf2; --soft: #a9b2c3; --ground: #14171e; --card: #1d222c; --line: #363e4d; --bar: #7ba7f0; --gap: #4a556b; --surge: #f2a07e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1rem; margin: 0; }
p { margin: .4rem 0; max-width: 70ch; } .soft { color: var(--soft); font-size: .9rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.facts li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; } .facts b { display: block; font-size: 1.5rem; line-height: 1.2; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; } caption { text-align: start; color: var(--soft); font-size: .9rem; padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; } td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; } td.bar { width: 30%; min-width: 6rem; padding-top: .75rem; }
th { font-weight: 600; } tbody th { font-weight: 400; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font: 12px system-ui, sans-serif; } .covered { fill: var(--bar); } .open { fill: var(--gap); } .axis { stroke: var(--line); } .mark { fill: var(--surge) !important; font-weight: 700; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .4rem 0; padding: 0; list-style: none; font-size: .9rem; color: var(--soft); } .key svg { display: inline-block; width: .8rem; height: .8rem; margin-inline-end: .35rem; vertical-align: -1px; }
.cluster { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 .75rem; break-inside: avoid; } .cluster header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; }
.cluster ul { margin: .4rem 0; padding-inline-start: 1.2rem; } blockquote { margin: .3rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
code { font: .875em ui-monospace, monospace; background: var(--card); padding: .1em .3em; border-radius: .25rem; } details { margin: .6rem 0; } summary { cursor: pointer; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --ground: #fff; --card: #fff; --line: #999; --bar: #333; --gap: #bbb; --surge: #000; } body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } .covered, .open { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`.trim();
