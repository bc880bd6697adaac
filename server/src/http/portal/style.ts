/** The page's only style sheet: system typeface, one accent, readable on a phone and in the dark, printable. */
export const PORTAL_STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#f7f7f4,#14171a);--surface:light-dark(#fff,#1b1f23);--ink:light-dark(#1a1d20,#eceef0);--soft:light-dark(#4d545a,#b3bac0);--line:light-dark(#dcdcd5,#343b41);--accent:light-dark(#0d5c63,#74c7cf);--on:light-dark(#fff,#06262a);--warn:light-dark(#7a4b00,#f0bd62);--warn-soft:light-dark(#fbf1dc,#33280f)}
*{box-sizing:border-box}
html{font:100%/1.55 -apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem 3rem;overflow-wrap:break-word}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0}
h2{font-size:1.125rem;margin:2rem 0 .75rem}
p{margin:.5rem 0}
a{color:var(--accent)}
.soft,small{color:var(--soft);font-size:.875rem}
.banner{background:var(--warn-soft);color:var(--warn);padding:.75rem 1rem;border-radius:6px;margin:0 0 1.5rem}
.sheet{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:400;color:var(--soft);font-size:.875rem;text-align:left;padding:0 .5rem .5rem 0}
td{border-top:1px solid var(--line);padding:.6rem .5rem .6rem 0;vertical-align:top}
th:last-child,td:last-child{text-align:right;padding-right:0;white-space:nowrap}
td small{display:block}
dl{display:grid;grid-template-columns:1fr auto;row-gap:.25rem;margin:0;font-variant-numeric:tabular-nums}
dd{margin:0;padding-left:1rem;text-align:right;white-space:nowrap}
.total{font-size:1.25rem;font-weight:600;border-top:1px solid var(--line);padding-top:.5rem;margin-top:.25rem}
nav ul,.plain{list-style:none;margin:0;padding:0}
nav li{border-top:1px solid var(--line)}
nav li:first-child{border-top:0}
nav a{display:block;padding:.75rem 0;text-decoration:none;min-height:3rem}
nav a b{font-weight:600}
nav a span{display:block;color:var(--soft);font-size:.875rem}
nav a:hover b{text-decoration:underline}
form{display:grid;gap:1.25rem;margin:1.25rem 0}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend,label.field{font-weight:600;padding:0;display:block;margin-bottom:.35rem}
label.choice{display:flex;gap:.6rem;align-items:baseline;padding:.4rem 0}
label.choice span:last-child{margin-left:auto;white-space:nowrap;font-variant-numeric:tabular-nums}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=checkbox]):not([type=radio]),select,textarea{width:100%;padding:.6rem .7rem;border:1px solid var(--soft);border-radius:6px;background:var(--ground)}
input[type=checkbox],input[type=radio]{width:1.15rem;height:1.15rem;accent-color:var(--accent);flex:none;transform:translateY(.15rem)}
textarea{min-height:6rem;resize:vertical}
button,.button{justify-self:start;display:inline-block;border:0;border-radius:6px;background:var(--accent);color:var(--on);padding:.75rem 1.25rem;font-weight:600;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.fault{color:var(--warn);margin:.35rem 0 0;font-weight:600}
.code{background:#fff;padding:.5rem;width:13rem;max-width:100%;margin:1rem 0;border-radius:6px}
.code svg{display:block;width:100%;height:auto}
.iban{font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-align:right;white-space:normal}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
.scroll{overflow-x:auto}
.explanation{font-size:.875rem}
.explanation th small{display:block}
.explanation tr>:nth-child(2){text-align:right;white-space:nowrap}
.explanation tr>:last-child{text-align:left;white-space:normal}
.explanation tr[data-depth="1"]>th{padding-left:.75rem}
.explanation tr[data-depth="2"]>th{padding-left:1.5rem}
.explanation tr[data-depth="3"]>th,.explanation tr[data-depth="4"]>th,.explanation tr[data-depth="5"]>th,.explanation tr[data-depth="6"]>th{padding-left:2.25rem}
.posts li{border-top:1px solid var(--line);padding:.75rem 0}
form.quiet{margin:.5rem 0 0}
form.quiet button{background:none;color:var(--accent);padding:.25rem 0;text-decoration:underline;font-weight:400}
@media(max-width:30rem){.wide{display:none}}
@media print{body{max-width:none}nav,form,.noprint{display:none}}
`.trim();
