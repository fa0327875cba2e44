/** Colours first, each for light and dark; then the page from top to bottom. The fonts are those of the machine. */
export const PLAN_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --sunken: #f6f7f9; --line: #e3e6eb; --line-strong: #ccd2da;
  --text: #171a21; --muted: #5b6472; --accent: #3b5bdb; --focus: #3b5bdb;
  --green: #0b7a45; --green-soft: #e3f5ea; --amber: #8f5400; --amber-soft: #fdf1d8;
  --red: #b3202c; --red-soft: #fdeaea; --violet: #6f3ec2; --violet-soft: #f1eafc; --grey-soft: #eceff3;
  --bar-create: #2ba668; --bar-update: #e0a100; --bar-unchanged: #c3cad4; --bar-skip: #dfe3e9; --bar-reject: #d6404c;
  --shadow: 0 1px 2px rgb(20 25 35 / .05), 0 4px 16px rgb(20 25 35 / .04);
  --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d0f14; --surface: #151920; --sunken: #11141a; --line: #262c36; --line-strong: #3a4250;
    --text: #e8ebf1; --muted: #99a3b3; --accent: #8ea8ff; --focus: #8ea8ff;
    --green: #5fd396; --green-soft: #12301f; --amber: #f0bb5a; --amber-soft: #352708;
    --red: #ff8a90; --red-soft: #3a1619; --violet: #c0a2ff; --violet-soft: #291d42; --grey-soft: #222833;
    --bar-create: #3fae73; --bar-update: #cf9a1c; --bar-unchanged: #4a5362; --bar-skip: #2f3744; --bar-reject: #d8545e;
    --shadow: 0 1px 2px rgb(0 0 0 / .4);
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 var(--sans);
  -webkit-font-smoothing: antialiased; }
main { max-width: 1180px; margin: 0 auto; padding: 28px 28px 64px; }
h1, h2, h3, p, dl, dd, ul { margin: 0; padding: 0; }
h1 { font-size: 26px; line-height: 1.25; letter-spacing: -.02em; font-weight: 650; }
h2 { font-size: 16px; letter-spacing: -.01em; font-weight: 620; margin: 32px 0 12px; }
code, .key, dt, dd, .place { font-family: var(--mono); font-size: 12.5px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 6px; }

.brand { display: flex; align-items: center; gap: 9px; color: var(--muted); font-weight: 560; margin-bottom: 18px; }
.brand svg { display: block; }
.brand .what { margin-left: auto; font-weight: 450; }
.lead { color: var(--muted); margin-top: 6px; }

.alert { margin-top: 16px; padding: 11px 16px 11px 44px; border-radius: 10px; font-weight: 500; position: relative;
  overflow-wrap: anywhere; }
.alert::before { content: "!"; position: absolute; left: 15px; top: 13px; width: 18px; height: 18px;
  border-radius: 50%; font-size: 12px; line-height: 18px; text-align: center; font-weight: 700;
  background: currentColor; -webkit-text-fill-color: var(--surface); }
.alert.stop { background: var(--red-soft); color: var(--red); }
.alert.mind { background: var(--amber-soft); color: var(--amber); }

.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow); }
.summary { margin-top: 20px; overflow: hidden; }
.figures { display: grid; grid-template-columns: repeat(5, 1fr) 1.5fr; }
.figures > div { padding: 14px 18px 16px; border-left: 1px solid var(--line); min-width: 0; }
.figures > div:first-child { border-left: 0; }
.figures dt { font: 500 12.5px/1.4 var(--sans); color: var(--muted); display: flex; align-items: center; gap: 7px; }
.figures dt::before { content: ""; width: 8px; height: 8px; border-radius: 3px; background: var(--dot); }
.figures dd { font: 620 26px/1.25 var(--sans); letter-spacing: -.02em; margin-top: 2px;
  font-variant-numeric: tabular-nums; }
.figures .zero dd { color: var(--muted); font-weight: 450; }
.figures .cost dt::before { display: none; }
.figures .cost p { color: var(--muted); font-size: 12.5px; line-height: 1.45; margin-top: 1px; }
.create { --dot: var(--bar-create); } .update { --dot: var(--bar-update); }
.unchanged { --dot: var(--bar-unchanged); } .skip { --dot: var(--bar-skip); } .reject { --dot: var(--bar-reject); }
.share { display: block; width: calc(100% - 36px); height: 8px; margin: 18px 18px 4px; border-radius: 4px; }
.share rect { fill: var(--dot); }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 520; font-size: 12.5px; color: var(--muted); white-space: nowrap; }
th, td { padding: 9px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.number.zero { color: var(--muted); opacity: .7; }
.quiet { color: var(--muted); }
.nowrap { white-space: nowrap; }

.filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 8px; align-items: center;
  padding: 12px 14px; background: var(--surface); border-bottom: 1px solid var(--line);
  border-radius: 14px 14px 0 0; }
.filters input, .filters select, button { font: inherit; color: var(--text); background: var(--sunken);
  border: 1px solid var(--line-strong); border-radius: 8px; height: 34px; padding: 0 10px; }
.filters .search { position: relative; flex: 1 1 240px; min-width: 0; }
.filters input { width: 100%; padding-right: 34px; }
.filters input::placeholder { color: var(--muted); opacity: 1; }
.filters kbd { position: absolute; right: 8px; top: 7px; font: 500 12px/18px var(--mono); color: var(--muted);
  border: 1px solid var(--line-strong); border-radius: 5px; padding: 0 6px; }
.filters input:focus + kbd { visibility: hidden; }
.filters select { max-width: 180px; padding-right: 4px; }
.filters output { color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; padding: 0 4px; }
button { cursor: pointer; background: var(--surface); font-weight: 500; }
button:hover { border-color: var(--accent); color: var(--accent); }
.foot { padding: 12px 14px; text-align: center; color: var(--muted); border-top: 1px solid var(--line); }
.foot:empty { display: none; }
.none { padding: 36px 14px; text-align: center; color: var(--muted); }

#changes { table-layout: fixed; }
#changes .c-action { width: 156px; } #changes .c-record { width: 24%; } #changes .c-sync { width: 15%; }
#changes .later { display: none; }
.tag { display: inline-block; font-size: 12px; font-weight: 560; line-height: 20px; padding: 0 8px;
  border-radius: 6px; margin: 0 4px 4px 0; white-space: nowrap; }
.tag.create { background: var(--green-soft); color: var(--green); }
.tag.update { background: var(--amber-soft); color: var(--amber); }
.tag.drift, .tag.error { background: var(--red-soft); color: var(--red); }
.tag.identity { background: var(--violet-soft); color: var(--violet); }
.tag.clears, .tag.warning { background: var(--grey-soft); color: var(--text); }
.key { display: block; font-weight: 600; overflow-wrap: anywhere; }
.place { display: block; font-size: 11.5px; color: var(--muted); overflow-wrap: anywhere; }
.note { color: var(--red); font-size: 12.5px; margin-bottom: 4px; overflow-wrap: anywhere; }
.fields { display: grid; grid-template-columns: minmax(96px, max-content) 1fr; gap: 3px 14px; }
.fields dt { color: var(--muted); overflow-wrap: anywhere; max-width: 220px; }
.fields dd { overflow-wrap: anywhere; min-width: 0; }
del, ins, .value { text-decoration: none; border-radius: 4px; padding: 1px 4px; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
del { background: var(--red-soft); color: var(--red); }
ins { background: var(--green-soft); color: var(--green); }
.create ins { background: none; color: inherit; padding-left: 0; }
.arrow { color: var(--muted); }
.unknown { color: var(--muted); font-style: italic; }
details summary { cursor: pointer; color: var(--muted); font-size: 12.5px; width: fit-content; border-radius: 6px; }
details summary:hover { color: var(--accent); }
td details { margin-top: 4px; } td details .fields { margin-top: 4px; }

.causes { overflow: hidden; }
.causes > details { border-bottom: 1px solid var(--line); } .causes > details:last-child { border-bottom: 0; }
.causes > details > summary { display: flex; gap: 12px; align-items: baseline; width: 100%; padding: 11px 14px;
  font-size: 14px; color: var(--text); list-style: none; }
.causes > details > summary::-webkit-details-marker { display: none; }
.causes > details > summary::before { content: ""; flex: none; align-self: center; width: 6px; height: 6px;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
.causes > details[open] > summary::before { transform: rotate(45deg); }
.causes .many { flex: none; font-weight: 620; font-variant-numeric: tabular-nums; min-width: 2.5em;
  text-align: right; color: var(--red); }
.causes .skipped .many { color: var(--muted); }
.causes .why { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.causes .of { color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; }
.causes .scroll { border-top: 1px solid var(--line); background: var(--sunken); }
.causes td, .causes th { padding: 7px 14px; overflow-wrap: anywhere; }
.causes td:first-child, .causes th:first-child { padding-left: 44px; }
footer { margin-top: 28px; color: var(--muted); font-size: 12.5px; }

@media (max-width: 900px) {
  .figures { grid-template-columns: repeat(3, 1fr); }
  .figures > div:nth-child(3n + 1) { border-left: 0; }
  .figures > div:nth-child(n + 4) { border-top: 1px solid var(--line); }
}
@media (max-width: 680px) {
  main { padding: 18px 14px 48px; }
  h1 { font-size: 22px; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .figures > div, .figures > div:nth-child(3n + 1) { border-left: 1px solid var(--line); }
  .figures > div:nth-child(2n + 1) { border-left: 0; }
  .figures > div:nth-child(n + 3) { border-top: 1px solid var(--line); }
  .filters { position: static; } .filters select { flex: 1 1 40%; max-width: none; min-width: 0; }
  #changes, #changes > tbody { display: block; } #changes > thead { display: none; }
  #changes > tbody > tr { display: block; padding: 10px 0; border-bottom: 1px solid var(--line); }
  #changes > tbody > tr > td { display: block; width: auto; border: 0; padding: 3px 14px; }
  .fields { grid-template-columns: 1fr; gap: 0; } .fields dd { margin-bottom: 6px; }
  .causes > details > summary { flex-wrap: wrap; } .causes .why { flex-basis: 60%; }
}
@media (prefers-reduced-motion: no-preference) { button, summary { transition: color .12s, border-color .12s; } }
@media print {
  :root { --page: #fff; --shadow: none; }
  main { max-width: none; padding: 0; } .filters, .foot { display: none; }
  #changes .later { display: table-row; } tr, .causes > details { break-inside: avoid; }
  del, ins, .tag { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
