#include "export/pdf.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/export/pdf_reading.h"
#include "tests/export/scratch_folder.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::exports;
using namespace genpyo::paper;

namespace {

void write_page(const std::string& path, const Drawing& drawing) {
  auto document = PdfDocument::create(fonts(), "見本");
  REQUIRE(document);
  document->add_page({&drawing});
  REQUIRE(document->save(path));
}

void write_survey(const std::string& path, const std::string& language) {
  const Layout layout = lay_out(survey(), fonts(), language);
  auto document = PdfDocument::create(fonts(), survey().title.in(language));
  REQUIRE(document);
  for (std::size_t page = 0; page < layout.pages.size(); ++page) {
    const Drawing code = ink(layout, survey(), fonts(), nullptr, {}, page, language);
    document->add_page({&layout.pages[page].printed, &code});
  }
  REQUIRE(document->save(path));
}

}  // namespace

TEST_CASE("a blank survey passes qpdf and holds every label and choice", "[pdf]") {
  const std::string language = GENERATE("ja", "en");
  const ScratchFolder folder;
  write_survey(folder.file("blank.pdf"), language);
  CHECK(output_of("qpdf --check " + folder.file("blank.pdf")).find("No syntax") !=
        std::string::npos);
  const std::string words = words_in(folder.file("blank.pdf"));
  const auto prints = [&](const genpyo::forms::Label& label) {
    CAPTURE(language, label.in(language));
    CHECK(words.find(without_space(label.in(language))) != std::string::npos);
  };
  for (const auto& item : survey().items) {
    if (!item.asked()) continue;
    prints(item.label);
    if (!item.choices) continue;
    for (const auto& choice : survey().choices_of(item)->choices) prints(choice.label);
  }
  for (const auto& grid : survey().grids) prints(grid.label);
}

TEST_CASE("rare kanji appear: as text, beyond U+FFFF as a drawn path", "[pdf]") {
  const ScratchFolder folder;
  Drawing names, rare;
  names.texts.push_back({{20, 30}, 12, "髙橋﨑𠮷野"});
  rare.texts.push_back({{20, 30}, 48, "𠮷"});
  write_page(folder.file("names.pdf"), names);
  write_page(folder.file("rare.pdf"), rare);
  const std::string words = words_in(folder.file("names.pdf"));
  CHECK(words.find("髙橋﨑") != std::string::npos);
  CHECK(words.find("野") != std::string::npos);
  CHECK(dark_pixels(folder.file("rare.pdf")) > 100);
}

TEST_CASE("a character that no font has is drawn as the geta mark", "[pdf]") {
  const ScratchFolder folder;
  Drawing drawing;
  drawing.texts.push_back({{20, 30}, 12, "a\U000E0FFFb"});
  write_page(folder.file("geta.pdf"), drawing);
  CHECK(words_in(folder.file("geta.pdf")) == "a〓b");
}

TEST_CASE("characters stand where the layout measured them", "[pdf]") {
  const ScratchFolder folder;
  const std::string text = "在宅医療 Home visits (A)";
  Drawing drawing;
  drawing.texts.push_back({{20, 30}, 12, text});
  drawing.texts.push_back({{20 + fonts().width_mm(text, 12), 40}, 12, "終"});
  write_page(folder.file("widths.pdf"), drawing);
  const std::string boxes = output_of("pdftotext -bbox " + folder.file("widths.pdf") + " -");
  const auto number_after = [&](const std::string& key, std::size_t from) {
    return std::strtod(boxes.c_str() + boxes.find(key, from) + key.size(), nullptr);
  };
  const std::size_t last_word = boxes.rfind("<word", boxes.find("(A)"));
  const std::size_t mark = boxes.rfind("<word", boxes.find("終"));
  CHECK(number_after("xMax=\"", last_word) == Approx(number_after("xMin=\"", mark)).margin(0.2));
}

TEST_CASE("fills, lines, strokes and bold words leave their mark", "[pdf]") {
  const ScratchFolder folder;
  Drawing empty, full;
  full.fills.push_back({{20, 20, 10, 10}, Tone::bar});
  full.lines.push_back({{20, 50}, {60, 50}, 1, Tone::print, true});
  full.strokes.push_back({{{20, 80}, {40, 70}, {60, 90}, {80, 80}}, 1, Tone::pen});
  full.texts.push_back({{20, 120}, 20, "太字𠮷", Tone::print, true});
  write_page(folder.file("empty.pdf"), empty);
  write_page(folder.file("full.pdf"), full);
  CHECK(dark_pixels(folder.file("empty.pdf")) == 0);
  CHECK(dark_pixels(folder.file("full.pdf")) > 28 * 28);
  Drawing thin = full;
  thin.texts[0].bold = false;
  write_page(folder.file("thin.pdf"), thin);
  CHECK(dark_pixels(folder.file("thin.pdf")) < dark_pixels(folder.file("full.pdf")));
}

TEST_CASE("a document has more pages than one list of libharu's holds", "[pdf]") {
  const ScratchFolder folder;
  const Drawing nothing;
  auto document = PdfDocument::create(fonts(), "");
  REQUIRE(document);
  for (int page = 0; page < 33'000; ++page) document->add_page({&nothing});

  REQUIRE(document->save(folder.file("many.pdf")));

  CHECK(output_of("pdfinfo " + folder.file("many.pdf")).find("Pages:           33000\n") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes, with its title", "[pdf]") {
  const ScratchFolder folder;
  write_survey(folder.file("one.pdf"), "ja");
  write_survey(folder.file("two.pdf"), "ja");
  CHECK(content_of(folder.file("one.pdf")) == content_of(folder.file("two.pdf")));
  const std::string info = output_of("pdfinfo " + folder.file("one.pdf"));
  CHECK(info.find("在宅医療の連携に関するアンケート調査") != std::string::npos);
  CHECK(info.find("CreationDate") == std::string::npos);
  CHECK(info.find("(A4)") != std::string::npos);
}

TEST_CASE("a folder that is not there is told in a sentence", "[pdf]") {
  auto document = PdfDocument::create(fonts(), "見本");
  REQUIRE(document);
  document->add_page({});
  const auto saved = document->save("/nonexistent/folder/form.pdf");
  REQUIRE_FALSE(saved);
  CHECK(saved.failure().sentence.find("/nonexistent/folder") != std::string::npos);
  CHECK(saved.failure().sentence.ends_with("."));
}
