"""The text of a sheet (pages parted by form feeds) set by reportlab: TEXT PDF."""

import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(TTFont("gothic", "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"))
canvas = Canvas(sys.argv[2], pagesize=A4)
with open(sys.argv[1], encoding="utf-8") as text:
    pages = text.read().rstrip("\f").split("\f")
for page in pages:
    canvas.setFont("gothic", 9)
    for number, line in enumerate(page.splitlines()):
        canvas.drawString(40, 800 - number * 12, line)
    canvas.showPage()
canvas.save()
