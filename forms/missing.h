// Missing: why there is no answer. Absence is a type, never a magic number; 9, 99 and -1 exist
// only in an export profile. Zero is an answer and is never Missing.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace genpyo::forms {

enum class Missing {
  not_keyed,       // まだ入力していない: nobody has looked at this box yet
  no_answer,       // 無回答: the box on the sheet is empty
  dont_know,       // 不明: a dash
  illegible,       // 判読不能
  several_marks,   // 複数回答: two marks where one was asked for
  not_applicable,  // 非該当: skipped by the form, or written so on the sheet
  page_absent,     // 頁欠落: the page never arrived
};

inline constexpr std::array all_missing = {
    Missing::not_keyed,     Missing::no_answer,      Missing::dont_know,  Missing::illegible,
    Missing::several_marks, Missing::not_applicable, Missing::page_absent};

// The name used in the store, in JSON and in the codebook, e.g. "no_answer".
std::string_view name_of(Missing kind);
std::optional<Missing> missing_named(std::string_view name);

}  // namespace genpyo::forms
