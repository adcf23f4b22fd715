// From what was keyed (or stands in a CSV cell) to a mark: the only place where text becomes data.
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "forms/case.h"
#include "forms/form.h"

namespace genpyo::forms {

// Why a text is not an answer of this item. The draft stays as it is.
enum class Misread {
  not_a_figure,     // letters in a figure
  figure_too_large, // over 9,999,999,999
  unknown_code,     // no choice has this number
  several_codes,    // two codes where one is asked for, without the "+" that says so
  text_too_long,    // over 32,767 bytes
  not_text,         // a control character or broken UTF-8
  not_a_date,       // not written like one (read_date.h says how)
  no_such_day,      // 2018/2/30
  outside_era,      // S64.2.1: by then it was 平成
  old_calendar,     // 明治 before 1873
  not_a_time,       // no time of a day
  not_a_moment,     // no day, complete, with a time behind it
  ranked_twice,     // a choice at two places of an order
};

// "" = no answer · figures in plain or full-width digits, thousands separators allowed (but not
// ① or ²: 10² is not 102) · decimals, also below 0 · codes, or choices' names, with spaces,
// commas, semicolons or 、 between them; of a rank in the order given · dates as read_date reads
// them · times 14:30, 14:30:15, 1430, 14時30分 · a day and a time with a space or T between.
// For every type but text, alone: "-" don't know · "*" illegible · "/" written as not applicable ·
// "+" several marks, and "+1 3" with the choices marked. In a text these four are text; its
// missing kinds come through mark_missing.
std::variant<Mark, Misread> read_value(const Item& item, const ChoiceList* choices,
                                       std::string_view text);

// The mark of a missing kind, whatever the item's type.
Mark mark_missing(Missing kind);

// The choices of a rank by their names, as the dataset and expressions have them: "b a c".
std::string ranked_names(const ChoiceList& choices, std::string_view codes);

// What read_value would read back to the same mark (for CSV). Where no text says it, "": not keyed,
// page absent, and every missing kind of a text item ("-" would be text).
std::string to_draft(const Item& item, const Mark& mark);

}  // namespace genpyo::forms
