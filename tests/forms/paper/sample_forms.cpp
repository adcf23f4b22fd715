#include "tests/forms/paper/sample_forms.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "forms/form_reader.h"

namespace genpyo::paper {
namespace {

forms::Form read(const std::string& yaml) {
  forms::FormReading reading = forms::read_form(yaml, "form.yaml");
  for (const auto& diagnostic : reading.diagnostics) FAIL(forms::to_text(diagnostic));
  return std::move(reading.form);
}

std::string choice(int code, const std::string& label) {
  return "    - {name: " + std::to_string(code) + ", label: {ja: " + label + "}}\n";
}

void dump(std::ostream& out, const Rect& rect) {
  out << rect.x << ' ' << rect.y << ' ' << rect.width << ' ' << rect.height << '\n';
}

void dump(std::ostream& out, const Drawing& drawing) {
  for (const Fill& fill : drawing.fills) dump(out, fill.rect);
  for (const Line& line : drawing.lines) {
    out << line.from.x << ' ' << line.from.y << ' ' << line.to.x << ' ' << line.to.y << '\n';
  }
  for (const Text& text : drawing.texts) {
    out << text.origin.x << ' ' << text.origin.y << ' ' << text.utf8 << '\n';
  }
}

}  // namespace

const FontSet& fonts() {
  static const FontSet opened = [] {
    auto result = FontSet::open();
    if (!result) FAIL(result.failure().sentence);
    return std::move(*result);
  }();
  return opened;
}

const forms::Form& survey() {
  static const forms::Form form = [] {
    const auto text = forms::read_file(GENPYO_SOURCE "/forms/home_care_2018/form.yaml", 1 << 22);
    if (!text) FAIL(text.failure().sentence);
    return read(*text);
  }();
  return form;
}

forms::ItemIndex item_named(const forms::Form& form, std::string_view name) {
  const auto index = form.find(name);
  if (!index) FAIL("no item " << name);
  return *index;
}

forms::Form form_of(const std::string& items) {
  std::string yaml =
      "form_id: sample\nversion: \"1\"\ndefault_language: ja\ntitle: {ja: 見本}\nchoices:\n"
      "  yes_no:\n" +
      choice(1, "はい") + choice(2, "いいえ") + "  kinds:\n";
  for (int code = 1; code <= 12; ++code) yaml += choice(code, "種類" + std::to_string(code));
  yaml += "survey:\n  - section: only\n    label: {ja: 1. 見本}\n    items:\n" + items;
  return read(yaml);
}

std::string dump(const Layout& layout) {
  std::ostringstream out;
  out.precision(17);
  for (const Page& page : layout.pages) {
    dump(out, page.printed);
    for (const Box& box : page.boxes) {
      out << box.item << ' ' << box.code << ' ';
      dump(out, box.rect);
    }
    for (const Block& block : page.blocks) dump(out, block.rect);
    dump(out, page.qr);
    dump(out, page.case_number);
    dump(out, page.organization);
  }
  return out.str();
}

}  // namespace genpyo::paper
