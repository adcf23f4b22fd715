// The style of report.html: light, dark and on paper.
#pragma once
#include <string_view>

namespace genpyo::exports {

inline constexpr std::string_view report_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1d21;--faint:#5d6670;--rule:#aab3bd;--tint:#eef1f4;--sum:#e7eff7;--link:#0b4f8a;
--b1:#0a3d70;--b2:#2e70a8;--b3:#80b0d9;--b4:#bfd9ed;--b5:#e8f0f7}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e8ecf0;--faint:#9aa5b1;--rule:#4a5561;--tint:#222930;--sum:#1f2d3b;--link:#8cc4f5;
--b1:#cfe5f7;--b2:#8fbfe6;--b3:#3f6f9c;--b4:#2a4c6e;--b5:#1d3145}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:64rem;background:var(--paper);color:var(--ink);
font:16px/1.65 "IPAexGothic","Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic",Meiryo,sans-serif}
h1{font-size:1.9rem;line-height:1.3;margin:0}
.sub{font-size:1.15rem;margin:.25rem 0 1.5rem;padding-top:.5rem;border-top:4px solid var(--b1)}
h2{font-size:1.35rem;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.05rem;margin:2.25rem 0 .5rem}
a{color:var(--link)}
dl{margin:0 0 1rem;border-top:1px solid var(--rule)}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.35rem 0;border-bottom:1px solid var(--rule)}
dt{flex:0 0 19rem;color:var(--faint)}
dd{flex:1 1 18rem;margin:0;overflow-wrap:anywhere}
.note{font-size:.85rem;color:var(--faint);margin:.2rem 0}
nav ol{list-style:none;margin:0;padding:0}
nav>ol>li{margin:.6rem 0;font-weight:bold}
nav ol ol{padding-left:1.25rem;font-weight:normal}
nav a{text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.45;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
th,td{border:1px solid var(--rule);padding:.25rem .55rem}
thead th{background:var(--tint);font-weight:normal;text-align:center;vertical-align:middle}
tbody th{font-weight:normal;text-align:left;min-width:12rem}
td{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.words{text-align:left;white-space:pre-wrap;padding-left:1.8rem}
tr.head th{background:var(--sum);font-weight:bold}
tr.sum th,tr.sum td{background:var(--sum)}
.in1{padding-left:1.8rem}.in2{padding-left:3rem}.in3{padding-left:4.2rem}.in4{padding-left:5.4rem}
.d1,.d2,.d3,.d4,.d5,.d6,.d7,.d8,.d9{display:inline-block;text-align:left}
.d1{width:1.6ch}.d2{width:2.6ch}.d3{width:3.6ch}.d4{width:4.6ch}.d5{width:5.6ch}.d6{width:6.6ch}.d7{width:7.6ch}.d8{width:8.6ch}.d9{width:9.6ch}
figure{margin:1.25rem 0 0}
svg{display:block;width:100%;height:auto}
.bold{font-weight:bold}.dash{stroke-dasharray:.7 .7}
.f-ink{fill:var(--ink)}.f-faint{fill:var(--faint)}.f-paper{fill:var(--paper)}.f-tint{fill:var(--tint)}
.f-b1{fill:var(--b1)}.f-b2{fill:var(--b2)}.f-b3{fill:var(--b3)}.f-b4{fill:var(--b4)}.f-b5{fill:var(--b5)}
.s-ink{stroke:var(--ink)}.s-faint{stroke:var(--faint)}
footer{margin-top:3rem;padding-top:.5rem;border-top:1px solid var(--rule);font-size:.75rem;color:var(--faint);overflow-wrap:anywhere}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#555;--rule:#888;--tint:#eee;--sum:#e8f0f7;--link:#000;--b1:#0a3d70;--b2:#2e70a8;--b3:#80b0d9;--b4:#bfd9ed;--b5:#e8f0f7}
@page{size:A4;margin:18mm 16mm}
body{max-width:none;padding:0;font-size:10.5px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.wide{overflow:visible}
tr,figure{break-inside:avoid}
h2,h3,thead{break-after:avoid}
nav,section{break-before:page}
}
)css";

}  // namespace genpyo::exports
