/** The one style sheet: the reader, the front page, on paper and in the dark. */
export const REPORT_CSS = `:root {
  color-scheme: light dark;
  --ink: #1d1b18;
  --soft: #6a645a;
  --paper: #fdfcf9;
  --line: #e0dbd0;
  --tint: #f5f2ea;
  --accent: #7a2e1d;
  --mark: #fdeeb0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e5e1d8;
    --soft: #a29b8d;
    --paper: #181715;
    --line: #37342e;
    --tint: #211f1c;
    --accent: #e79a80;
    --mark: #3a3210;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 20vh; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  max-width: 38em;
  margin: 0 auto;
  padding: 3rem 1.25rem 6rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.65 "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif;
  font-variant-numeric: oldstyle-nums;
  hanging-punctuation: first last;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { margin: 0 0 0.5em; font-size: 2.1rem; letter-spacing: -0.01em; }
h2 { margin: 0 0 0.6em; font-size: 1.7rem; }
h3 { margin: 2.4em 0 0.6em; font-size: 1.25rem; }
h4 { margin: 2em 0 0.5em; font-size: 1.05rem; font-style: italic; }
h5, h6 { margin: 1.6em 0 0.4em; font-size: 1rem; color: var(--soft); }
p, ul, ol, figure, blockquote, .table { margin: 0 0 1em; }
p { hyphens: auto; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header.report { margin-bottom: 2.5rem; padding-bottom: 1.5rem; border-bottom: 1px solid var(--line); }
.imprint, .place { color: var(--soft); font-size: 0.9rem; }
.imprint { margin: 0; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0.55em 0; line-height: 1.4; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .aside { color: var(--soft); font-size: 0.9em; font-style: italic; }
nav h2 { font-size: 1.25rem; }
.chapter { margin-top: 5rem; padding-top: 2rem; border-top: 1px solid var(--line); }
.place { margin: 0 0 0.4em; letter-spacing: 0.04em; }
.byline { color: var(--soft); font-style: italic; }
.byline strong { font-weight: inherit; }
.standfirst { font-size: 1.25rem; line-height: 1.5; color: var(--soft); }
blockquote { padding-left: 1.2em; border-left: 3px solid var(--line); font-style: italic; }
.pull-quote { margin: 1.8em 0; font-size: 1.2rem; line-height: 1.45; border-color: var(--accent); }
ul { padding-left: 1.3em; }
ul.labelled { padding-left: 0; list-style: none; }
ul.labelled li { padding-left: 1.35em; text-indent: -1.35em; }
ul.labelled li > * { text-indent: 0; }
li { margin-bottom: 0.5em; }
li > p:last-child, blockquote > p:last-child { margin-bottom: 0; }
.box { margin: 2em 0; padding: 1.2em 1.4em 0.8em; background: var(--tint); border: 1px solid var(--line); }
.box-title { font-weight: 600; }
.box ul { margin: 0; }
figure { padding: 0.8em 1.1em; background: var(--tint); font-size: 0.95rem; font-style: italic; }
figcaption { margin: 0; }
figure:has(+ .box) { margin: 2em 0 0; padding: 1.2rem 1.4rem 0; border: 1px solid var(--line); border-bottom: 0; font-size: inherit; font-style: normal; font-weight: 600; }
figure + .box { margin-top: 0; border-top: 0; }
.figure-source, .table-note { color: var(--soft); font-size: 0.85rem; line-height: 1.5; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; }
caption { padding-bottom: 0.6em; text-align: left; font-weight: 600; }
th, td { padding: 0.45em 0.7em 0.45em 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { text-align: left; font-weight: 600; }
tbody th { font-weight: normal; }
td, thead th + th { text-align: right; }
thead td { text-align: left; }
.endnotes { padding: 0; list-style: none; font-size: 0.85rem; line-height: 1.5; }
.endnotes li { position: relative; margin: 0 0 0.4em 2.6em; hyphens: manual; }
.endnotes li::before { content: attr(data-n); position: absolute; right: 100%; margin-right: 0.8em; color: var(--soft); font-variant-numeric: tabular-nums; }
.note { text-decoration: none; }
.note::before { content: attr(data-n); vertical-align: super; font-size: 0.65em; line-height: 0; padding: 0 0.1em; font-variant-numeric: lining-nums; }
.back { display: inline-block; min-width: 24px; min-height: 24px; margin-left: 0.2em; line-height: 24px; text-align: center; text-decoration: none; }
.back::before { content: "\\21A9\\FE0E"; }
pre { padding: 1em; overflow-x: auto; background: var(--tint); font-size: 0.8rem; line-height: 1.5; }
:target { -webkit-box-decoration-break: clone; box-decoration-break: clone; background: var(--mark); box-shadow: 0 0 0 0.3em var(--mark); border-radius: 1px; }
h2:target { -webkit-box-decoration-break: clone; box-decoration-break: clone; background: none; box-shadow: none; }
mark { background: color-mix(in srgb, var(--accent) 30%, var(--mark)); color: inherit; }
.kicker { margin: 0 0 0.6em; font-size: 0.85rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--accent); }
.kicker a { color: inherit; text-decoration: none; text-transform: none; letter-spacing: 0; font-size: 0.95rem; }
header nav { display: flex; gap: 1.4rem; margin-top: 0.8rem; font-size: 0.95rem; }
header nav a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; }
.search { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-top: 1.2rem; }
.search label { flex-basis: 100%; font-size: 0.9rem; color: var(--soft); }
.search input { flex: 1 1 12em; min-width: 0; padding: 0.45em 0.7em; border: 1px solid var(--soft); border-radius: 4px; background: var(--paper); color: inherit; font: inherit; font-size: 1rem; }
.search button { padding: 0.45em 1.1em; border: 1px solid var(--accent); border-radius: 4px; background: var(--accent); color: var(--paper); font: inherit; font-size: 1rem; cursor: pointer; }
.search input:focus-visible, .search button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.results { padding: 0; list-style: none; }
.results li { margin-bottom: 1.6em; }
.results p { margin: 0 0 0.2em; }
header.home { border: 0; margin-bottom: 0; padding-bottom: 0.5rem; }
.home .standfirst { margin: 0.5em 0 1.4em; }
ask-the-report { --ask-accent: var(--accent); --ask-on-accent: var(--paper); --ask-paper: var(--paper); --ask-ink: var(--ink); --ask-soft: var(--soft); --ask-line: var(--line); --ask-tint: var(--tint); }
.about { margin-top: 3.5rem; font-size: 1rem; }
.about h2 { margin-top: 1.6em; font-size: 1.25rem; }
@media (max-width: 30em) {
  body { padding: 1.5rem 1rem 4rem; font-size: 1.05rem; line-height: 1.55; }
  h1 { font-size: 1.6rem; }
  h2 { font-size: 1.4rem; }
  .chapter { margin-top: 3rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --tint: #fff; --accent: #000; --mark: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; }
  nav a, a { color: inherit; text-decoration: none; }
  .chapter { margin: 0; padding: 0; border: 0; break-before: page; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, figure, blockquote, .box { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .table { overflow: visible; }
  .back, .search, header nav { display: none; }
}
`;
