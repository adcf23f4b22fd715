#include "export/pdf_subset.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "export/pdf.h"
#include "forms/text.h"
#include "tests/export/pdf_reading.h"
#include "tests/export/scratch_folder.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::exports;

namespace {

const std::string& gothic() { return genpyo::paper::fonts().paths().front(); }

std::string cut_of(const std::vector<char32_t>& code_points) {
  const auto cut = cut_font(gothic(), code_points);
  REQUIRE(cut);
  return *cut;
}

}  // namespace

TEST_CASE("a cut weighs what its characters weigh", "[subset]") {
  const std::string none = cut_of({}), two = cut_of({U'在', U'宅'}), three = cut_of({U'在', U'宅', U'鬱'});
  CHECK(none.starts_with(std::string("\0\1\0\0", 4)));
  CHECK(none.size() < two.size());
  CHECK(two.size() < three.size());
  CHECK(three.size() < 4000);
}

TEST_CASE("the order of the characters does not matter, and the same give the same bytes", "[subset]") {
  CHECK(cut_of({U'宅', U'在', U'在'}) == cut_of({U'在', U'宅'}));
}

TEST_CASE("a cut passes over what the font lacks and what is no character", "[subset]") {
  CHECK(cut_of({0, 0x1F, 0xD800, 0xFFFF, 0xE0FFF, 0x110000, 0xFFFFFFFE, U'在'}) == cut_of({U'在'}));
}

TEST_CASE("a cut keeps the copyright and every table that libharu writes", "[subset]") {
  const std::string cut = cut_of({U'在'});
  for (const char* table : {"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
                            "post", "prep"}) {
    CAPTURE(table);
    CHECK(cut.find(table) < 12 + 16 * 16);
  }
  std::string ascii;  // the names are UTF-16
  for (const char c : cut) {
    if (c > 0) ascii += c;
  }
  CHECK(ascii.find("Information-technology Promotion Agency") != std::string::npos);
}

TEST_CASE("a file that is no font is told in a sentence that names it", "[subset]") {
  const ScratchFolder folder;
  const std::string content = GENERATE("", "no font", "\0\1\0\0 cut short");
  std::ofstream(folder.file("no.ttf")) << content;
  for (const std::string& path : {folder.file("no.ttf"), folder.file("absent.ttf"), folder.path()}) {
    const auto cut = cut_font(path, {U'在'});
    CAPTURE(path, content);
    REQUIRE_FALSE(cut);
    CHECK(cut.failure().sentence.find(path) != std::string::npos);
    CHECK(cut.failure().sentence.ends_with("."));
  }
}

TEST_CASE("a cut to every character of the font is drawn as well", "[subset]") {
  const ScratchFolder folder;
  std::vector<std::string> kept;
  genpyo::paper::Drawing drawing;
  for (char32_t code_point = U'一'; code_point <= U'龥'; ++code_point) {
    if (genpyo::paper::fonts().face_of(code_point) != 0) continue;
    if (kept.empty() || kept.back().size() > 300) kept.emplace_back();
    genpyo::forms::append_utf8(kept.back(), code_point);
  }
  std::string all;
  for (const std::string& line : kept) {
    drawing.texts.push_back({{10, 10 + 2.0 * static_cast<double>(drawing.texts.size() % 140)}, 2, line});
    all += line;
  }
  REQUIRE(kept.size() > 50);
  auto document = PdfDocument::create(genpyo::paper::fonts(), "見本");
  REQUIRE(document);
  document->add_page({&drawing});
  REQUIRE(document->save(folder.file("all.pdf")));
  CHECK(words_in(folder.file("all.pdf")).size() == all.size());
  CHECK(output_of("qpdf --check " + folder.file("all.pdf")).find("No syntax") != std::string::npos);
}
