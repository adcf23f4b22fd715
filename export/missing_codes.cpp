#include "export/missing_codes.h"

#include <array>
#include <cassert>

namespace genpyo::exports {
namespace {

forms::Label words(const char* japanese, const char* english) {
  return forms::Label({{"ja", japanese}, {"en", english}});
}

}  // namespace

int analysis_code(forms::Missing kind) {
  switch (kind) {
    case forms::Missing::not_keyed: return -1;
    case forms::Missing::no_answer: return -2;
    case forms::Missing::dont_know: return -3;
    case forms::Missing::illegible: return -4;
    case forms::Missing::several_marks: return -5;
    case forms::Missing::not_applicable: return -6;
    case forms::Missing::page_absent: return -7;
  }
  assert(false);
  return -1;
}

const forms::Label& label_of(forms::Missing kind) {
  static const std::array labels = {
      words("未入力", "Not keyed yet"),     words("無回答", "No answer"),
      words("不明", "Don't know"),          words("判読不能", "Illegible"),
      words("複数回答", "Several marks"),   words("非該当", "Not applicable"),
      words("頁欠落", "Page absent")};
  static_assert(labels.size() == forms::all_missing.size());
  return labels[static_cast<std::size_t>(kind)];  // in the order of the enumeration
}

}  // namespace genpyo::exports
