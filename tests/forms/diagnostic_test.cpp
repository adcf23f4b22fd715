#include "forms/diagnostic.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

TEST_CASE("A diagnostic says place, code, fault and repair in one line") {
  const Diagnostic diagnostic{Fault::unknown_name,
                              {"form.yaml", 41, 14},
                              "relevant names \"staff_doctor\", which no item has.",
                              "Did you mean \"staff_doctors\" (line 17)?"};
  CHECK(to_text(diagnostic) ==
        "form.yaml:41:14: FORM-012: relevant names \"staff_doctor\", which no item has. "
        "Did you mean \"staff_doctors\" (line 17)?");
}

TEST_CASE("What is not known of the place is left out") {
  CHECK(to_text({Fault::too_large, {"form.yaml", 0, 0}, "Too large.", ""}) ==
        "form.yaml: FORM-020: Too large.");
  CHECK(to_text({Fault::not_yaml, {"form.yaml", 3, 0}, "No text.", ""}) ==
        "form.yaml:3: FORM-001: No text.");
}

TEST_CASE("Of a file's wrong names the first two hundred are told what was meant") {
  NearestNames nearest({"label"});
  CHECK(nearest.to("lable") == "label");
  for (int word = 1; word < 200; ++word) CHECK(nearest.to("x" + std::to_string(word)).empty());
  CHECK(nearest.to("labels").empty());
  CHECK(nearest.to("lable") == "label");
}

TEST_CASE("The nearest word is found through one slip") {
  const std::vector<std::string> words = {"relevant", "required", "label", "hint"};
  CHECK(nearest("lable", words) == "label");        // swapped
  CHECK(nearest("relevent", words) == "relevant");  // replaced
  CHECK(nearest("hin", words) == "hint");           // left out
  CHECK(nearest("requiired", words) == "required");
  CHECK(nearest("labels", words) == "label");
}

TEST_CASE("A word that is far from all gets no suggestion") {
  const std::vector<std::string> words = {"label", "hint", "x", "founder"};
  CHECK(nearest("lbaelx", {"constraint"}) == "");
  CHECK(nearest("hi", {"no"}) == "");
  CHECK(nearest("y", {"x"}) == "");  // another word, not a slip
  CHECK(nearest("", words) == "");
  CHECK(nearest(std::string(100'000, 'l'), words) == "");
}

TEST_CASE("Distance is counted in characters, not bytes") {
  CHECK(nearest("施設概用", {"施設概要"}) == "施設概要");
}

TEST_CASE("The nearer of two candidates wins, the first of two equals") {
  CHECK(nearest("staff_doctor", {"staff_dentists", "staff_doctors"}) == "staff_doctors");
  CHECK(nearest("abcd", {"abcx", "abcy"}) == "abcx");
}

TEST_CASE("A quoted word is short and commands no terminal") {
  CHECK(quoted("founder") == "\"founder\"");
  CHECK(quoted("\x1B[2J\nx") == "\"?[2J?x\"");
  CHECK(quoted(std::string(60, 'a')) == "\"" + std::string(60, 'a') + "\"");
  CHECK(quoted(std::string(9'000'000, 'a')) == "\"" + std::string(60, 'a') + "…\"");
}
