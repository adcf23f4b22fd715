// Layout: where everything of a form lies on A4 paper. One layout, three faces: the blank PDF, the
// page on which the clerk keys, the filled PDF.
//
// Pure: the same form, fonts and language give the same layout. It holds no pointer to them.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/form.h"
#include "forms/paper/font.h"
#include "forms/paper/geometry.h"

namespace genpyo::paper {

// A place where the respondent writes or circles.
struct Box {
  enum class Kind {
    choice,  // the printed number of a choice, to be circled; `code` says which
    figure,  // a ruled box for a figure
    text,    // lines to write on; `rect` spans all of them
    date,    // eras to circle and three ruled boxes; date_field() says where in `rect`
  };
  forms::ItemIndex item = 0;
  Kind kind = Kind::choice;
  int code = 0;
  Rect rect;          // to circle around, or to write into
  int lines = 1;      // of a text
  double line_height = 0;
};

// Where a question stands (number, label, options): scrolled into view, greyed when skipped.
struct Block {
  forms::ItemIndex item = 0;
  Rect rect;
};

struct Page {
  Drawing printed;  // the same for every case
  std::vector<Box> boxes;
  std::vector<Block> blocks;  // one per item of the page, in the order of the paper
  Rect qr;            // where the code of form, version, case and page goes
  Rect case_number;   // title block: filled in by ink(), empty on the blank form
  Rect organization;
};

struct Layout {
  std::vector<Page> pages;

  // The page on which an item lies; nullopt for one that is not on the paper.
  std::optional<std::size_t> page_of(forms::ItemIndex item) const;
};

Layout lay_out(const forms::Form& form, const FontSet& fonts, std::string_view language);

}  // namespace genpyo::paper
