// Covers of small forms whose smallest cover is known, and of many random ones.
#include "validators/cover.h"

#include "tests/validators/random_form.h"
#include "tests/validators/small_form.h"
#include "validators/parts.h"
#include "validators/scenario.h"

namespace genpyo::tests {
namespace {

using validators::Branch;
using validators::Cover;
using Reach = validators::CoverBranch::Reach;

// «not reached: item "a" is asked», one branch a line.
std::string not_taken(const Cover& cover, const validators::Program& program) {
  std::string text;
  for (const auto& [branch, reach] : cover.branches)
    if (reach != Reach::taken)
      text += std::string(reach == Reach::impossible ? "impossible: " : "not reached: ") +
              validators::name_of(branch, program.parts()) + "\n";
  return text;
}

std::string names_of(const Cover& cover, const validators::Program& program) {
  std::string text;
  for (const auto& each : cover.branches) text += validators::name_of(each.branch, program.parts()) + "\n";
  return text;
}

// Whether each case brings about what the cover says it takes, and every branch said to be taken is.
void check_claims(const Cover& cover, const validators::Program& program) {
  std::vector<char> taken(cover.branches.size(), 0);
  for (const validators::CoverCase& each : cover.cases) {
    CHECK(validators::evaluate(program, each.current, today).not_keyed.empty());
    const auto moment = validators::moment_of(program, each.current, today);
    for (std::size_t at = 0; at < taken.size(); ++at) {
      const bool comes_about = validators::comes_about(moment, cover.branches[at].branch);
      if ((each.takes[at] != 0) != comes_about)
        FAIL_CHECK(validators::name_of(cover.branches[at].branch, program.parts()));
      taken[at] |= each.takes[at];
    }
  }
  for (std::size_t at = 0; at < taken.size(); ++at)
    if ((taken[at] != 0) != (cover.branches[at].reach == Reach::taken))
      FAIL_CHECK(validators::name_of(cover.branches[at].branch, program.parts()));
}

Cover cover_of(const SmallCase& sheet) {
  Cover cover = validators::cover(sheet.program(), today);
  check_claims(cover, sheet.program());
  return cover;
}

}  // namespace

TEST_CASE("A form without rules has no branches and needs no case") {
  const SmallCase sheet(form_of({{"a", "type: integer"}}));
  const Cover cover = cover_of(sheet);
  CHECK(cover.branches.empty());
  CHECK(cover.cases.empty());
}

TEST_CASE("A skip, a constraint and a check that do not meet are covered by two cases") {
  const SmallCase sheet(form_of({{"k", "type: select_one kind"},
                                 {"b", "type: text, relevant: \"${k} = 2\""},
                                 {"a", "type: integer, constraint: \". < 10\""},
                                 {"c", "type: integer"},
                                 {"d", "type: integer"}},
                                "checks:\n  - {name: x, on_blank: true, severity: hard, "
                                "constraint: \"${c} <= ${d}\", message: {en: X}}\n"));
  const Cover cover = cover_of(sheet);
  CHECK(names_of(cover, sheet.program()) ==
        "item \"b\" is asked\nitem \"b\" is not asked\nthe constraint of item \"a\" passes\n"
        "the constraint of item \"a\" fails\ncheck \"x\" passes\ncheck \"x\" fails\n");
  CHECK(not_taken(cover, sheet.program()).empty());
  CHECK(cover.cases.size() == 2);
}

TEST_CASE("A required item is left open and filled in, and its condition goes both ways") {
  const SmallCase sheet(form_of({{"k", "type: select_one kind"},
                                 {"t", "type: text, required: \"${k} = 5\""}}));
  const Cover cover = cover_of(sheet);
  CHECK(names_of(cover, sheet.program()) ==
        "item \"t\" is required\nitem \"t\" is not required\nitem \"t\" is required and left open\n"
        "item \"t\" is required and filled in\n");
  CHECK(not_taken(cover, sheet.program()).empty());
  CHECK(cover.cases.size() == 3);  // not required, left open, filled in
}

TEST_CASE("Each condition between and, or, not and if goes both ways") {
  const SmallCase sheet(form_of({{"k", "type: select_one kind"},
                                 {"a", "type: integer"},
                                 {"b", "type: text, relevant: \"${k} = 1 and not(${a} > 5 or ${a} = 3)\""},
                                 {"n", "type: calculate, calculation: \"if(${a} > 7, 1, 2)\""}}));
  const Cover cover = cover_of(sheet);
  CHECK(names_of(cover, sheet.program()) ==
        "item \"b\" is asked\nitem \"b\" is not asked\n"
        "\"${k} = 1\" in the relevant of item \"b\" holds\n\"${k} = 1\" in the relevant of item \"b\" fails\n"
        "\"${a} > 5\" in the relevant of item \"b\" holds\n\"${a} > 5\" in the relevant of item \"b\" fails\n"
        "\"${a} = 3\" in the relevant of item \"b\" holds\n\"${a} = 3\" in the relevant of item \"b\" fails\n"
        "\"${a} > 7\" in the calculation of item \"n\" holds\n"
        "\"${a} > 7\" in the calculation of item \"n\" fails\n");
  CHECK(not_taken(cover, sheet.program()).empty());
  CHECK(cover.cases.size() == 3);  // over 7, 3, and what is asked
}

TEST_CASE("What was proved impossible is told apart from what was not found") {
  const SmallCase sheet(form_of({{"a", "type: integer"},
                                 {"b", "type: text, relevant: \"${a} > 5 and ${a} < 3\""},
                                 {"c", "type: text, relevant: \"${a} >= 0 and random() > 2\""}}));
  const Cover cover = cover_of(sheet);
  CHECK(not_taken(cover, sheet.program()) ==
        "impossible: item \"b\" is asked\nnot reached: item \"c\" is asked\n");
}

TEST_CASE("A branch that nothing was spent on is not reached, and it is said that the search ended") {
  const SmallCase sheet(form_of({{"k", "type: select_one kind"},
                                 {"b", "type: text, relevant: \"${k} = 5\""}}));
  const Cover cover = validators::cover(sheet.program(), today, {}, 0);
  CHECK(cover.spent);
  CHECK(cover.cases.empty());
  CHECK(cover.count(Reach::not_reached) == 2);
  CHECK_FALSE(cover_of(sheet).spent);
}

TEST_CASE("What the frame knows of a sheet is the same in every case of that ground") {
  const forms::Form form = form_of({{"k", "type: select_one kind, frame: region"},
                                    {"b", "type: text, relevant: \"${k} = 5\""},
                                    {"c", "type: text, relevant: \"${k} = 1\""}});
  const auto compiled = validators::compile(form);
  CHECK(validators::frame_items_in_rules(compiled.program) == std::vector<forms::ItemIndex>{0});
  const auto ground = [](int code) {
    return validators::Ground{{0, forms::Mark{forms::Codes{code}, {}, std::to_string(code)}}};
  };
  const Cover cover = validators::cover(compiled.program, today, {ground(2), ground(5)});
  check_claims(cover, compiled.program);
  for (const validators::CoverCase& each : cover.cases)
    CHECK(each.current.marks[0].content == forms::Value(forms::Codes{each.ground == 0 ? 2 : 5}));
  CHECK(not_taken(cover, compiled.program) == "not reached: item \"c\" is asked\n");  // no such region
}

TEST_CASE("A cover of random rules claims only what the evaluation does, and finds nearly all of it") {
  std::size_t reached = 0, all = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const forms::Form form = random_form(seed);
    const auto compiled = validators::compile(form);
    const Cover cover = validators::cover(compiled.program, today);
    check_claims(cover, compiled.program);
    // What was proved impossible no case of a few thousand takes.
    std::vector<Branch> impossible;
    for (const auto& each : cover.branches)
      if (each.reach == Reach::impossible) impossible.push_back(each.branch);
    std::size_t refuted = 0;
    each_case(form, [&](const forms::Case& current) {
      const auto moment = validators::moment_of(compiled.program, current, today);
      for (const Branch& branch : impossible) refuted += validators::comes_about(moment, branch) ? 1 : 0;
    });
    CHECK(refuted == 0);
    all += cover.branches.size();
    reached += cover.branches.size() - cover.count(Reach::not_reached);
  }
  CHECK(all > 1000);
  CHECK(reached * 100 >= all * 98);
}

TEST_CASE("The real form is covered whole by at most five cases, the same each time") {
  const auto file = forms::read_file(GENPYO_SOURCE "/forms/home_care_2018/form.yaml", 4 << 20);
  REQUIRE(file);
  const forms::FormReading reading = forms::read_form(*file, "form.yaml");
  const auto compiled = validators::compile(reading.form);
  const Cover cover = validators::cover(compiled.program, today);
  check_claims(cover, compiled.program);
  CHECK(cover.branches.size() > 150);
  CHECK(not_taken(cover, compiled.program).empty());
  CHECK(cover.cases.size() <= 5);
  const Cover again = validators::cover(compiled.program, today);
  REQUIRE(again.cases.size() == cover.cases.size());
  for (std::size_t at = 0; at < cover.cases.size(); ++at)
    CHECK(again.cases[at].current == cover.cases[at].current);
}

TEST_CASE("A repeat and a group with a calculation are covered as far as they can be told") {
  const SmallCase sheet(read_small(R"(survey:
  - section: only
    label: {en: Only}
    items:
      - {name: n, type: integer, label: {en: N}}
      - group: inner
        label: {en: Inner}
        relevant: ${n} > 2
        items:
          - {name: twice, type: calculate, calculation: "${n} * 2"}
          - {name: g, type: integer, label: {en: G}, constraint: ". < ${twice}"}
      - repeat: member
        label: {en: Member}
        paper: {instances: 2}
        items:
          - {name: age, type: integer, label: {en: Age}, constraint: ". < 120"}
          - {name: job, type: text, label: {en: Job}, relevant: "${age} > 15"}
)"));
  const Cover cover = cover_of(sheet);
  CHECK(not_taken(cover, sheet.program()).empty());
  CHECK(cover.cases.size() <= 3);
}

}  // namespace genpyo::tests
