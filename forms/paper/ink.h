// Ink: what is on one sheet and not on the others, the pen's marks, the case number and the QR
// code. Drawn over a page's `printed` by every face.
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "forms/case.h"
#include "forms/paper/layout.h"

namespace genpyo::paper {

// The text in a page's QR code: "genpyo:1:<form_id>:<version>:<case id or ->:<page from 1>".
std::string code_text(const forms::Form& form, std::string_view case_id, std::size_t page);

// `current` null = the blank form. A choice is circled as by a pen, a figure written in its box, a
// date in its boxes with its era circled as keyed and — for what is unknown, a text on its lines
// (cut with … where the paper is full), a missing kind as the trade writes it (● illegible, —
// don't know, 非該当, 欠 page absent, no answer: nothing; a page of which everything is absent gets a
// stamp and a line through it), several marks as several circles.
// `off_path` = items with a mark where nothing was asked: the same marks in Tone::off_path.
Drawing ink(const Layout& layout, const forms::Form& form, const FontSet& fonts,
            const forms::Case* current, const std::set<forms::ItemIndex>& off_path,
            std::size_t page, std::string_view language);

}  // namespace genpyo::paper
