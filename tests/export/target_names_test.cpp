// Names as SPSS and Stata take them, and texts cut where a character ends.
#include "export/target_names.h"

#include <catch2/catch.hpp>
#include <map>

#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

class Renames : public Remarks {
 public:
  void against(std::string_view, std::string_view, std::string_view) override {}
  void altered(std::string_view, std::string_view, std::string_view) override {}
  void renamed(std::string_view variable, std::string_view name, std::string_view) override {
    names.emplace(variable, name);
  }
  std::map<std::string, std::string> names;
};

std::vector<std::string> names(Target target, const std::vector<std::string>& wanted, Renames& renames) {
  std::vector<Variable> variables;
  for (const std::string& name : wanted) variables.push_back({.name = name});
  return names_for(target, variables, renames);
}

using Names = std::vector<std::string>;

TEST_CASE("A plain name stays as it is, and nothing is said of it") {
  Renames renames;
  CHECK(names(Target::stata, {"case_id", "partners_1"}, renames) == Names{"case_id", "partners_1"});
  CHECK(renames.names.empty());
}

TEST_CASE("Names that differ in capitals only are told apart") {
  Renames renames;
  CHECK(names(Target::spss, {"visits", "Visits", "VISITS"}, renames) == Names{"visits", "Visits_2", "VISITS_3"});
  CHECK(renames.names.at("VISITS") == "VISITS_3");
}

TEST_CASE("A long name keeps its beginning and what tells it from its neighbours") {
  const std::string base(40, 'a');
  Renames renames;
  const Names made = names(Target::stata, {base + "_11", base + "_12", base + "b_12", base}, renames);
  CHECK(made == Names{std::string(29, 'a') + "_11", std::string(29, 'a') + "_12",
                      std::string(29, 'a') + "_" + "_2", std::string(32, 'a')});
  for (const std::string& name : made) CHECK(name.size() <= 32);
  CHECK(renames.names.size() == 4);
  CHECK(names(Target::spss, {base + "_11"}, renames) == Names{base + "_11"});
}

TEST_CASE("A program's own words and foreign letters give way") {
  Renames renames;
  CHECK(names(Target::stata, {"if", "str5", "str", "_n", "9lives"}, renames) == Names{"if_", "str5_", "str", "v_n", "v9lives"});
  CHECK(names(Target::spss, {"all", "With", "byte"}, renames) == Names{"all_", "With_", "byte"});
  CHECK(names(Target::spss, {"件"}, renames) == Names{"v___"});
}

TEST_CASE("A text is cut where a character ends") {
  CHECK(cut_at_bytes("あいう", 7) == "あい");
  CHECK(cut_at_bytes("あいう", 9) == "あいう");
  CHECK(cut_at_bytes("あ", 2).empty());
  CHECK(cut_at_characters("aあ𠮷b", 3) == "aあ𠮷");
  CHECK(cut_at_characters("aあ", 9) == "aあ");
}

TEST_CASE("A label too long gives up its question's end before the choice's") {
  const auto variable = [](const std::string& question, const std::string& choice) {
    return Variable{.name = "v", .label = forms::Label({{"en", question + ": " + choice}}), .ending = forms::Label({{"en", ": " + choice}})};
  };
  const auto stata = [](const Variable& of) { return fitted_label(of, "en", stata_labels); };
  const std::string question(100, 'q');
  CHECK(stata(variable("Which?", "a nurse")) == "Which?: a nurse");
  CHECK(stata(variable(question, "a nurse")) == std::string(70, 'q') + "…: a nurse");
  CHECK(stata(variable(question, "a nurse")) != stata(variable(question, "a doctor")));
  CHECK(stata(variable(question, std::string(90, 'c'))) == std::string(80, 'c'));
  CHECK(stata({.name = "v", .label = forms::Label({{"en", question}})}) == std::string(80, 'q'));
  std::string japanese;
  for (int count = 0; count < 100; ++count) japanese += "問";
  const std::string kept = fitted_label(variable(japanese, "看護師"), "en", spss_labels);
  CHECK(kept.size() <= spss_labels.variable);
  CHECK(kept.ends_with("問…: 看護師"));
}

}  // namespace
}  // namespace genpyo::exports
