/** The look of the page, in light and dark, on small screens and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --page: #fff; --card: #f6f8fa;
  --error: #b3261e; --warning: #9a6700; --note: #0969da; --way: #8250df; --seen: #0b6b33; --seen-page: #e3f6e9; --mark: #fff1b8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #0d1117; --card: #151b23;
  --error: #ff7b72; --warning: #e3b341; --note: #58a6ff; --way: #bc8cff; --seen: #7ee2a0; --seen-page: #12301d; --mark: #5b4a10; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--page); font: 15px/1.5 system-ui, sans-serif; }
header.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  padding: .6rem 1.2rem; background: var(--page); border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 1.15rem; } h1 small { color: var(--soft); font-weight: normal; }
form { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: center; flex: 1; }
select, input[type=search] { font: inherit; padding: .15rem .4rem; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; max-width: 16rem; }
output { margin-left: auto; color: var(--soft); }
.columns { display: flex; gap: 1.5rem; padding: 0 1.2rem 3rem; align-items: flex-start; }
main { flex: 3; min-width: 0; } aside { flex: 2; min-width: 0; position: sticky; top: 3.5rem; max-height: calc(100vh - 4rem); overflow: auto; }
h2 { margin: 1.4rem 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
article { margin: 0 0 1rem; padding: .7rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  content-visibility: auto; contain-intrinsic-size: auto 16rem; }
article.finding { border-left: 4px solid var(--level); scroll-margin-top: 4rem; }
.error { --level: var(--error); } .warning { --level: var(--warning); } .note { --level: var(--note); }
article header { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
.level, label.error, label.warning, label.note { color: var(--level); font-weight: 600; }
code, .source, .tree { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: .86em; overflow-wrap: anywhere; }
.rule { color: var(--soft); } .rule a { color: inherit; } p { margin: .35rem 0; }
.seen { padding: .3rem .6rem; color: var(--seen); background: var(--seen-page); border-radius: 6px; font-weight: 600; }
.message { font-size: 1.02em; } .fix::before { content: 'Fix: '; font-weight: 600; } .path { color: var(--soft); }
.source { display: block; overflow-wrap: normal; overflow-x: auto; width: 100%; margin: .5rem 0; padding: .3rem 0; background: var(--page);
  border: 1px solid var(--line); border-radius: 6px; border-spacing: 0; tab-size: 4; }
.source td { padding: 0 .4rem; vertical-align: top; } .code { white-space: pre; width: 100%; }
.number { color: var(--soft); text-align: right; user-select: none; white-space: nowrap; } .at .code { background: var(--card); }
mark { color: inherit; background: var(--mark); border-radius: 3px; }
.rail { position: relative; min-width: 2rem; text-align: center; white-space: nowrap; }
.rail.way::before { content: ''; position: absolute; left: 50%; top: 0; bottom: 0; border-left: 2px solid var(--way); }
.rail.way.first::before { top: 50%; } .rail.way.last::before { bottom: 50%; }
.dot { position: relative; display: inline-block; min-width: 1.35em; line-height: 1.35em; color: #fff; background: var(--way);
  border-radius: 1em; font: 600 .8em/1.35em system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .dot { color: #0d1117; } }
.note td:last-child { color: var(--way); font-family: system-ui, sans-serif; padding: 0 .4rem .2rem 1.6rem; } .gap td { color: var(--soft); }
.tree, .tree ul { list-style: none; margin: 0; padding: 0 0 0 .9rem; } .tree { padding: 0; } .tree li { padding: .08rem 0; }
summary { cursor: pointer; } .count { font-weight: 600; } .other { color: var(--soft); } .own { color: var(--ink); font-weight: 600; }
a.own { color: var(--error); } .tree small, .tree i { font-weight: normal; color: var(--soft); } .bar rect { fill: var(--way); }
article:target { outline: 2px solid var(--way); }
@media (max-width: 60rem) { .columns { display: block; } aside { position: static; max-height: none; } }
@media print { header.bar form, aside { display: none; } header.bar { position: static; } article { break-inside: avoid; } }
`;
