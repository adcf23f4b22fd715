// Words: how a person is told of an item, a value, a violation, an extraction. For every face, so
// that the window and the command line say the same.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/session/strings.h"
#include "forms/form.h"
#include "forms/value.h"
#include "validators/evaluation.h"

namespace genpyo::session {

// As the paper prints it, "問11-1", "Q11-1"; for a row of a grid with its block's number, "問5
// 1-1)"; for an item without one that hangs on another (その他の内容), the number of the item
// before.
std::string number_of(const forms::Form& form, forms::ItemIndex item, std::string_view language);

// Codes side by side: "1、3".
std::string numbers_of(const forms::Codes& codes, std::string_view language, const Strings& strings);

// Number and label: "問5 1-1) 医師のうち在宅医療を担当する医師数".
std::string name_of(const forms::Form& form, forms::ItemIndex item, std::string_view language);

// A form's own words with the answers of the items that they name; of those without one, what paper
// calls them.
std::string with_answers(const std::string& text, const forms::Form& form,
                         const std::vector<validators::ItemState>& items,
                         std::string_view language, const Strings& strings);

// "2 個人", "12 人", "無回答".
std::string word(const forms::Value& value, const forms::Form& form, forms::ItemIndex item,
                 std::string_view language, const Strings& strings);

// One sentence that begins with the item's number; the items of the case are for the answers that
// its words name.
std::string word(const validators::Violation& violation, const forms::Form& form,
                 const std::vector<validators::ItemState>& items, std::string_view language,
                 const Strings& strings);

// Whether the case is in an extraction, and if not, why: "2 項目が未回答のため、…に入りません".
std::string word(const validators::ExtractionState& state, const forms::Extraction& extraction,
                 std::string_view language, const Strings& strings);

// The characters of a text that CP932 lacks, each once, with … after many; "" when there is none.
std::string outside_cp932(const std::string& text);

// "II-2-8、II-5-1"
std::string tables_of(const forms::Extraction& extraction, std::string_view language,
                      const Strings& strings);

}  // namespace genpyo::session
