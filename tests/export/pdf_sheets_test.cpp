// Documents of many sheets on one printed page, and the fonts that are cut for them.
#include <catch2/catch.hpp>

#include "export/pdf.h"
#include "forms/text.h"
#include "tests/export/pdf_reading.h"
#include "tests/export/scratch_folder.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::exports;
using namespace genpyo::paper;

namespace {

Drawing words(const std::string& utf8) {
  Drawing drawing;
  drawing.texts.push_back({{20, 30}, 12, utf8});
  return drawing;
}

Drawing bar(Tone tone) {
  Drawing drawing;
  drawing.fills.push_back({{20, 50, 100, 20}, tone});
  return drawing;
}

// A sheet a drawing of ink, each over the same printed page. Returns the size of the file.
std::size_t write_sheets(const std::string& path, const Drawing* printed, const std::vector<Drawing>& inks) {
  auto document = PdfDocument::create(fonts(), "見本");
  REQUIRE(document);
  for (const Drawing& ink : inks) document->add_page({&ink}, printed);
  REQUIRE(document->save(path));
  return content_of(path).size();
}

}  // namespace

TEST_CASE("every sheet bears its own characters, however late they come", "[pdf]") {
  const ScratchFolder folder;
  const Drawing printed = words("印刷");
  std::vector<Drawing> inks;
  std::string expected;
  for (char32_t first = U'一'; first < U'一' + 400; first += 4) {
    std::string four;
    for (char32_t code_point = first; code_point < first + 4; ++code_point) {
      if (fonts().face_of(code_point) != FontSet::no_face) genpyo::forms::append_utf8(four, code_point);
    }
    inks.push_back(words(four));
    inks.back().texts[0].origin.y = 60;
    expected += "印刷" + four;
  }
  write_sheets(folder.file("growing.pdf"), &printed, inks);
  CHECK(words_in(folder.file("growing.pdf")) == expected);
  CHECK(output_of("qpdf --check " + folder.file("growing.pdf")).find("No syntax") != std::string::npos);
}

TEST_CASE("what is printed on every sheet is in the file once", "[pdf]") {
  const ScratchFolder folder;
  Drawing printed;
  for (int i = 0; i < 2000; ++i) {
    printed.lines.push_back({{20.0 + i * 7 % 171, 20 + i * 0.1}, {20.0 + i * 13 % 157, 250 - i * 0.1}});
  }
  const std::size_t one = write_sheets(folder.file("one.pdf"), &printed, std::vector<Drawing>(1));
  const std::size_t ten = write_sheets(folder.file("ten.pdf"), &printed, std::vector<Drawing>(10));
  REQUIRE(one > 10'000);
  CHECK(ten < one + 9 * 600);
  CHECK(dark_pixels(folder.file("ten.pdf"), 10) == dark_pixels(folder.file("ten.pdf"), 1));
}

TEST_CASE("ink lies over what is printed, on the first sheet and on those after it", "[pdf]") {
  const ScratchFolder folder;
  const Drawing printed = bar(Tone::print);
  write_sheets(folder.file("over.pdf"), &printed, {bar(Tone::paper), {}, bar(Tone::paper)});
  CHECK(dark_pixels(folder.file("over.pdf"), 1) == 0);
  CHECK(dark_pixels(folder.file("over.pdf"), 2) > 280 * 55);
  CHECK(dark_pixels(folder.file("over.pdf"), 3) == 0);
  write_sheets(folder.file("alone.pdf"), &printed, {bar(Tone::paper)});
  CHECK(dark_pixels(folder.file("alone.pdf")) == 0);
}

TEST_CASE("a document of one blank page has no font", "[pdf]") {
  const ScratchFolder folder;
  CHECK(write_sheets(folder.file("blank.pdf"), nullptr, std::vector<Drawing>(1)) < 2000);
  CHECK(output_of("pdffonts " + folder.file("blank.pdf")).find("HPDF") == std::string::npos);
  CHECK(output_of("qpdf --check " + folder.file("blank.pdf")).find("No syntax") != std::string::npos);
}

TEST_CASE("both fonts stand on a sheet where the second comes only in ink", "[pdf]") {
  const ScratchFolder folder;
  const std::string second = "Į";  // in MigMix, not in IPAex Gothic
  REQUIRE(fonts().face_of(U'在') == 0);
  REQUIRE(fonts().face_of(U'Į') == 1);
  const Drawing printed = words("在宅");
  write_sheets(folder.file("two.pdf"), &printed, {{}, words(second + "医"), {}});
  CHECK(words_in(folder.file("two.pdf")).find(second + "医") != std::string::npos);
  CHECK(dark_pixels(folder.file("two.pdf"), 1) == dark_pixels(folder.file("two.pdf"), 3));
}

TEST_CASE("hostile text is drawn, and the file stays sound", "[pdf]") {
  const ScratchFolder folder;
  const std::string text = "a" + std::string(1, '\0') + "b\x01\x7F\xFF\xC0\x80" + "()\\<>%\U0000FFFF\U0010FFFFz";
  write_sheets(folder.file("hostile.pdf"), nullptr, {words(text), words("")});
  const std::string found = words_in(folder.file("hostile.pdf"));
  CHECK(found.starts_with("a〓b"));
  CHECK(found.find("()\\<>%") != std::string::npos);
  CHECK(found.ends_with("z"));
  CHECK(output_of("qpdf --check " + folder.file("hostile.pdf")).find("No syntax") != std::string::npos);
}

TEST_CASE("readers have nothing to complain of", "[pdf]") {
  const ScratchFolder folder;
  const Drawing printed = words("在宅医療 Home visits");
  write_sheets(folder.file("quiet.pdf"), &printed, {words("髙橋﨑𠮷野"), bar(Tone::tint)});
  CHECK(complaints_of(folder.file("quiet.pdf")) == "");
}

TEST_CASE("a document saved twice is the same file", "[pdf]") {
  const ScratchFolder folder;
  auto document = PdfDocument::create(fonts(), "見本");
  REQUIRE(document);
  const Drawing drawing = words("原票");
  document->add_page({&drawing});
  REQUIRE(document->save(folder.file("one.pdf")));
  REQUIRE(document->save(folder.file("two.pdf")));
  CHECK(content_of(folder.file("one.pdf")) == content_of(folder.file("two.pdf")));
}
