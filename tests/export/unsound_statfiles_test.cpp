// Files of SPSS and Stata that ReadStat would follow out of its memory: none of them reaches it.
#include <catch2/catch.hpp>

#include "export/dta_texts.h"
#include "export/readstat_dta.h"
#include "export/readstat_reader.h"
#include "export/readstat_sav.h"
#include "export/sav_rows.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/hostile_texts.h"
#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

using Catch::Contains;

const std::string moment = "2018-04-01T00:00:00Z";

// A dataset whose one text is `text`, in both formats.
struct Exported {
  explicit Exported(const std::string& text) {
    const forms::Form form = hostile_form();
    const CasesOfTest cases = {{forms::blank_case(form, "01-001"), saying(form, text)}};
    ExportParts parts;
    parts.writers.push_back(std::make_unique<SavWriter>(moment));
    parts.writers.push_back(std::make_unique<DtaWriter>(moment));
    const auto dataset = Dataset::of(form, {}, {});
    REQUIRE(dataset);
    REQUIRE(run_export(*dataset, folder.path(), source_of(cases), std::move(parts)));
    sav = content_of(folder.file("survey.sav"));
    dta = content_of(folder.file("survey.dta"));
  }

  std::string write(const std::string& bytes) const {
    std::ofstream(folder.file("changed"), std::ios::binary) << bytes;
    return folder.file("changed");
  }

  ScratchFolder folder;
  std::string sav, dta;
};

std::string replaced(std::string in, const std::string& what, const std::string& with) {
  REQUIRE(in.find(what) != in.npos);
  for (auto at = in.find(what); at != in.npos; at = in.find(what, at + with.size())) in.replace(at, what.size(), with);
  return in;
}

std::string word(std::uint32_t value) {
  std::string bytes;
  for (int at = 0; at < 4; ++at) bytes += static_cast<char>(value >> 8 * at & 0xFF);
  return bytes;
}

TEST_CASE("what export writes is sound, with short texts and with long ones") {
  const std::size_t length = GENERATE(0u, 1u, 8u, 252u, 255u, 256u, 504u, 600u, 2'045u, 2'046u, 12'000u, 40'000u);
  const Exported made(std::string(length, '~'));
  CHECK(has_sound_rows(made.folder.file("survey.sav")));
  CHECK(has_sound_texts(made.folder.file("survey.dta")));
  CHECK(read_sav(made.folder.file("survey.sav")));
  CHECK(read_dta(made.folder.file("survey.dta")));
}

TEST_CASE("an SPSS file with a part of a long text that is nothing but NULs is refused") {
  const Exported made(std::string(600, '~'));
  std::string bytes = replaced(made.sav, std::string(7, '~') + ' ', std::string(8, '\0'));  // a part ends with a blank
  bytes = replaced(bytes, std::string(8, '~'), std::string(8, '\0'));
  const auto read = read_sav(made.write(bytes));
  REQUIRE_FALSE(read);
  CHECK_THAT(read.failure().sentence, Contains("is damaged"));
}

TEST_CASE("NULs within a part of a long text are taken, as ReadStat takes them") {
  const Exported made(std::string(600, '~'));
  const auto read = read_sav(made.write(replaced(made.sav, std::string(8, '~'), "~~~~~~~" + std::string(1, '\0'))));
  REQUIRE(read);
  CHECK_THAT(read->rows.at(0).cells.at(1).text, Contains("~~~~~~~"));
}

TEST_CASE("an SPSS file with a long text that reaches into figures, or beyond the row, is refused") {
  const Exported made(std::string(600, '~'));
  const std::string length = GENERATE("=900", "=999");
  std::string bytes = made.sav;
  const auto at = bytes.find("=600");
  REQUIRE(at != bytes.npos);
  bytes.replace(at, 4, length);
  CHECK_FALSE(has_sound_rows(made.write(bytes)));
}

TEST_CASE("an SPSS file of more columns than ReadStat has a table for is refused") {
  const Exported made("a");
  std::string bytes = made.sav.substr(0, 176);
  for (std::uint32_t column = 0; column <= 400'000; ++column) {
    const std::string digits = std::to_string(column);
    bytes += word(2) + word(0) + word(0) + word(0) + word(0) + word(0) + "V" + digits + std::string(7 - digits.size(), ' ');
  }
  CHECK_FALSE(has_sound_rows(made.write(bytes + word(999) + word(0))));
}

TEST_CASE("an SPSS file that is packed by zlib, or says neither, is refused") {
  const Exported made("a");
  CHECK_FALSE(has_sound_rows(made.write(replaced(made.sav, "$FL2", "$FL3"))));
  std::string bytes = made.sav;
  bytes[72] = 2;
  CHECK_FALSE(has_sound_rows(made.write(bytes)));
}

TEST_CASE("a Stata file with a long text that does not end is refused") {
  const Exported made(std::string(3'000, '~'));
  REQUIRE(made.dta.find("GSO") != std::string::npos);
  const auto read = read_dta(made.write(replaced(made.dta, "~" + std::string(1, '\0'), "~~")));
  REQUIRE_FALSE(read);
  CHECK_THAT(read.failure().sentence, Contains("is damaged"));
}

TEST_CASE("a Stata file of a release that ReadStat would misread is refused") {
  const Exported made("a");
  const std::string release = GENERATE("374", "120", "114", "1 8");  // a byte makes 118 of 374
  CHECK_FALSE(has_sound_texts(made.write(replaced(made.dta, "<release>118", "<release>" + release))));
  CHECK_FALSE(has_sound_texts(made.write("\x76" + made.dta.substr(1))));
}

TEST_CASE("a file that is cut off anywhere, or is not there, is not sound") {
  const Exported made(std::string(3'000, '~'));
  for (const std::size_t bytes : {0u, 1u, 4u, 100u, 176u, 300u}) {
    INFO(bytes);
    CHECK_FALSE(has_sound_rows(made.write(made.sav.substr(0, bytes))));
    CHECK_FALSE(has_sound_texts(made.write(made.dta.substr(0, bytes))));
  }
  CHECK_FALSE(has_sound_rows(made.folder.file("nothing")));
  CHECK_FALSE(has_sound_texts(made.folder.file("nothing")));
}

}  // namespace
}  // namespace genpyo::exports
