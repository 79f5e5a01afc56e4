"""The style sheet of the HTML page."""

CSS = """
:root{color-scheme:light dark;--fg:#1b1b1f;--bg:#fff;--soft:#55555f;--line:#d5d5dd;--ql:88%;--qs:75%;--el:34%;
--box:#fff}
@media (prefers-color-scheme:dark){:root{--fg:#ececf1;--bg:#17171b;--soft:#b4b4c0;--line:#3c3c46;--ql:22%;
--qs:42%;--el:68%;--box:#25252c}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.25rem;max-width:46rem;color:var(--fg);background:var(--bg);
font:1.0625rem/1.7 Georgia,"Noto Serif",serif;overflow-wrap:anywhere}
h1,h2,h3,.legend,.tip,header p,sup{font-family:system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:.95rem;margin:1rem 0 .25rem;color:var(--soft)}
header p{font-size:.9rem;line-height:1.5;color:var(--soft);margin:.5rem 0}
.key .q{display:inline-block;line-height:1.4;margin:.15rem .75rem .15rem 0;--h:210;color:var(--fg)}
.legend{list-style:none;margin:0 0 1.5rem;padding:0;font-size:.92rem;line-height:1.4}
.legend li{padding:.35rem 0;break-inside:avoid}
.legend small{color:var(--soft);font-size:.85rem;white-space:nowrap}
.number{display:inline-block;min-width:1.6em;padding:0 .3em;text-align:center;border-radius:.3em;color:var(--fg);
background:hsl(var(--h) var(--s,var(--qs)) var(--ql))}
.bar{display:block;height:.4rem;margin-top:.25rem;background:var(--line);border-radius:.2rem;overflow:hidden}
.bar span{display:block;height:100%;background:hsl(var(--h) var(--s,60%) var(--el))}
.about{font:.85rem/1.5 system-ui,sans-serif;color:var(--soft);margin:.25rem 0}
nav ol{font:.95rem/1.6 system-ui,sans-serif}a{color:inherit}
.text p{position:relative;margin:0 0 1em}
.q{color:var(--fg);background:none;padding:.1em .05em;border-radius:.15em;box-decoration-break:clone;
-webkit-box-decoration-break:clone}
.direct,.mixed{background:hsl(var(--h) var(--s,var(--qs)) var(--ql))}
.direct{border-bottom:2px solid hsl(var(--h) var(--s,60%) var(--el))}
.mixed{border-bottom:2px dashed hsl(var(--h) var(--s,60%) var(--el))}
.indirect{font-style:italic;border-bottom:2px dotted hsl(var(--h) var(--s,60%) var(--el))}
sup{font-size:.65em;line-height:0;font-style:normal;font-weight:600;margin-left:.15em;color:var(--fg)}
mark{cursor:help}
mark:focus{outline:3px solid hsl(var(--h) var(--s,60%) var(--el));outline-offset:2px}
.tip{display:none;position:absolute;z-index:1;left:0;right:0;margin-top:.1rem;padding:.6rem .8rem;font-size:.88rem;
font-style:normal;line-height:1.5;color:var(--fg);background:var(--box);border:1px solid var(--line);
border-left:5px solid hsl(var(--h) var(--s,60%) var(--el));border-radius:.3rem;box-shadow:0 4px 16px #0005}
mark:hover>.tip,mark:focus>.tip{display:block}
mark:hover{z-index:2}
@media print{:root{color-scheme:light;--fg:#000;--bg:#fff;--soft:#333;--line:#bbb;--ql:90%;--qs:75%;--el:34%}
body{max-width:none;padding:0;font-size:11pt}.tip{display:none!important}
mark,.number,.bar,.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}
header p:not(.key){display:none}h2{break-after:avoid}}
"""
