#include "forms/missing.h"

namespace genpyo::forms {

std::string_view name_of(Missing kind) {
  switch (kind) {
    case Missing::not_keyed: return "not_keyed";
    case Missing::no_answer: return "no_answer";
    case Missing::dont_know: return "dont_know";
    case Missing::illegible: return "illegible";
    case Missing::several_marks: return "several_marks";
    case Missing::not_applicable: return "not_applicable";
    case Missing::page_absent: return "page_absent";
  }
  return "";
}

std::optional<Missing> missing_named(std::string_view name) {
  for (const Missing kind : all_missing) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace genpyo::forms
