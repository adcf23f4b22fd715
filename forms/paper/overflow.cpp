#include "forms/paper/overflow.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "forms/paper/measures.h"
#include "forms/paper/named.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::ItemIndex;
using forms::quoted;

constexpr double tolerance = 0.4;       // mm by which words may touch before anybody sees it
constexpr double written_digit = 4;     // mm, of a figure by hand
constexpr double written_letter = 3.5;  // mm, of a close hand
constexpr std::string_view ellipsis = "…";

// All that the form itself says, so that an ellipsis of its own is known.
std::string all_words(const Form& form, std::string_view language) {
  std::string all;
  const auto add = [&](const forms::Label& label) { all += label.in(language) + '\n'; };
  add(form.title), add(form.note);
  for (const auto& section : form.sections) add(section.label);
  for (const auto& group : form.groups) add(group.label), add(group.hint);
  for (const auto& grid : form.grids) add(grid.label), add(grid.hint);
  for (const auto& list : form.lists)
    for (const auto& choice : list.choices) add(choice.label);
  for (const auto& item : form.items) add(item.label), add(item.hint), add(item.unit);
  return all;
}

// One page's words with the room that they take.
struct Words {
  const Text* text = nullptr;
  double right = 0;
  double top() const { return text->origin.y - 0.6 * text->size * mm_per_point; }
};

class Examiner {
 public:
  Examiner(const Layout& layout, const Form& form, const FontSet& fonts, std::string_view language)
      : layout_(layout), form_(form), fonts_(fonts), language_(language),
        said_(all_words(has_names(form) ? with_printed_names(form) : form, language)) {}

  std::vector<forms::Diagnostic> run() {
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) look_at(layout_.pages[page], page > 0);
    return std::move(found_);
  }

 private:
  enum class Kind { cut, over_edge, on_another, too_tall };

  void look_at(const Page& page, bool running_head) {
    std::vector<Words> words;
    for (const Text& text : page.printed.texts) {
      // Below the first page's the title is repeated as far as it goes.
      if (running_head && text.origin.y < page.qr.bottom()) continue;
      words.push_back({&text, text.origin.x + fonts_.width_mm(text.utf8, text.size)});
    }
    for (const Words& each : words) {
      if (is_cut(each.text->utf8)) tell(page, Kind::cut, each, "has no room for all of it and ends");
      const bool over = each.right > content_right + tolerance || each.text->origin.x < content_left - 2;
      if (over) tell(page, Kind::over_edge, each, "runs over the edge of the page:");
    }
    look_for_collisions(page, std::move(words));
    look_at_heights(page);
  }

  bool is_cut(std::string_view line) const {
    return line.ends_with(ellipsis) && said_.find(line) == std::string::npos;
  }

  void look_for_collisions(const Page& page, std::vector<Words> words) {
    std::sort(words.begin(), words.end(), [](const Words& a, const Words& b) { return a.top() < b.top(); });
    for (std::size_t first = 0; first < words.size(); ++first) {
      const double bottom = words[first].text->origin.y - tolerance;
      for (std::size_t second = first + 1; second < words.size() && words[second].top() < bottom; ++second) {
        const double left = std::max(words[first].text->origin.x, words[second].text->origin.x);
        if (std::min(words[first].right, words[second].right) - left <= tolerance) continue;
        tell(page, Kind::on_another, words[first], "has words printed on others:");
      }
    }
  }

  void look_at_heights(const Page& page) {
    for (const Block& block : page.blocks) {
      if (block.rect.bottom() <= content_bottom + tolerance) continue;
      add(Kind::too_tall, block.item, " is taller than a page.", "Say less, or part it into several questions.");
    }
  }

  // The item whose words these are: what stands above an item (a heading) is taken for its own.
  const Block* block_at(const Page& page, double y) const {
    const auto below = std::find_if(page.blocks.begin(), page.blocks.end(),
                                    [y](const Block& block) { return y <= block.rect.bottom() + tolerance; });
    return below == page.blocks.end() ? nullptr : &*below;
  }

  void tell(const Page& page, Kind kind, const Words& words, const std::string& what) {
    const Text& text = *words.text;
    const bool in_title = &page == &layout_.pages.front() && text.origin.y < page.case_number.bottom();
    const Block* block = in_title || text.origin.y > content_bottom ? nullptr : block_at(page, text.origin.y);
    const std::string message = " " + what + " " + shown(text.utf8) + ".";
    const std::string repair = kind == Kind::over_edge || kind == Kind::on_another ? "Choose a shorter number, unit or label." : "Say less, or say the rest in a hint or a note.";
    if (block == nullptr) return add_of_form(kind, message, repair);
    add(kind, block->item, message, repair);
  }

  // The end of what is printed, where the reader finds it.
  static std::string shown(std::string_view words) {
    constexpr std::size_t most = 48;
    if (words.size() <= most) return quoted(words);
    std::size_t begin = words.size() - most;
    while ((static_cast<unsigned char>(words[begin]) & 0xC0) == 0x80) ++begin;
    return quoted("…" + std::string(words.substr(begin)));
  }

  void add(Kind kind, ItemIndex index, const std::string& what, const std::string& repair) {
    const forms::Item& item = form_.items[index];
    const std::string& name = item.repeated_name.empty() ? item.name : item.repeated_name;
    if (!told_.insert({kind, name}).second) return;
    found_.push_back({forms::Fault::no_room, item.place, "on paper (" + language_ + ") " + quoted(name) + what, repair,
                      forms::Level::warning});
  }

  void add_of_form(Kind kind, const std::string& what, const std::string& repair) {
    if (!told_.insert({kind, ""}).second) return;
    const forms::Place whole{form_.items.empty() ? "form.yaml" : form_.items.front().place.file};
    found_.push_back({forms::Fault::no_room, whole, "on paper (" + language_ + ") the title block" + what, repair,
                      forms::Level::warning});
  }

  const Layout& layout_;
  const Form& form_;
  const FontSet& fonts_;
  std::string language_, said_;
  std::set<std::pair<Kind, std::string>> told_;
  std::vector<forms::Diagnostic> found_;
};

}  // namespace

std::vector<forms::Diagnostic> overflow(const Layout& layout, const Form& form, const FontSet& fonts,
                                        std::string_view language) {
  return Examiner(layout, form, fonts, language).run();
}

std::size_t room_in(const Box& box) {
  const double one = box.kind == Box::Kind::figure ? written_digit : written_letter;
  const auto a_line = static_cast<std::size_t>(std::max(1.0, std::floor(box.rect.width / one)));
  return a_line * static_cast<std::size_t>(std::max(box.lines, 1));
}

}  // namespace genpyo::paper
