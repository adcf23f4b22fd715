// A database of the office survey in which texts are coded, and codes were added while they were.
#pragma once
#include "office_fixture.h"
#include "program.h"

namespace genpyo::test {

struct Coding {
  std::string id;
  forms::Codes codes;
  std::vector<std::pair<int, std::string>> added = {};  // before the codes are given, and to this answer
};

// 4 and 5 were added, 6 was added and is given to no answer; 12-001 is not coded.
inline std::vector<Coding> office_codings() {
  return {{"11-002", {2, 4}, {{4, "長年の付き合い"}}},
          {"11-001", {1, 4, 5}, {{5, "=SUM(1), \"顔の見える\" 関係; '他"}, {6, "その他"}}}};
}

inline void code(const std::string& database, const std::vector<Coding>& codings, const std::string& item = "why_code") {
  const auto survey = office_survey();
  auto store = store::Store::open(database, still_clock, "coder");
  REQUIRE(store);
  for (const Coding& coding : codings) {
    REQUIRE(store->acquire(coding.id));
    std::vector<store::Change> changes;
    for (const auto& [number, label] : coding.added) changes.push_back(store::code_change(item, number, label));
    store::Change mark;
    mark.subject = item;
    mark.mark.content = coding.codes;
    mark.mark.raw = forms::plain_text(mark.mark.content);
    mark.reason = "coded";
    if (!coding.codes.empty()) changes.push_back(mark);
    REQUIRE(store->save(survey->form, coding.id, store->read(survey->form, coding.id)->revision, changes));
    REQUIRE(store->release(coding.id));
  }
}

// office.yaml, its frame, and a.db with the codings.
inline void make_coded(const Folder& folder, const std::vector<Coding>& codings = office_codings()) {
  write_file(folder.file("form.yaml"), office_yaml);
  write_file(folder.file("frame.csv"), "number,organization,clinics,hospitals,region\n11,北医師会,4,,1\n12,南医師会,3,1,2\n");
  fill(folder.file("a.db"));
  code(folder.file("a.db"), codings);
}

inline std::vector<store::AddedCode> added_in(const std::string& database) {
  auto store = store::Store::open_read_only(database);
  REQUIRE(store);
  CHECK(store->audit()->findings.empty());
  return *store->added_codes();
}

}  // namespace genpyo::test
