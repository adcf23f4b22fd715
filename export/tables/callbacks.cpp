#include "export/tables/callbacks.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "export/csv_line.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

using forms::ItemIndex;
using validators::States;
using Status = validators::ExtractionState::Status;

// Whether the clinic can be asked for every missing answer.
bool can_be_asked(const std::vector<ItemIndex>& missing, const States& states) {
  return std::all_of(missing.begin(), missing.end(),
                     [&](ItemIndex item) { return states.items[item].relevant; });
}

std::string question_of(const forms::Form& form, ItemIndex index, std::string_view language) {
  const forms::Item& item = form.items[index];
  const std::string block = item.grid ? form.grids[*item.grid].number : "";
  std::string question;
  for (const std::string& part : {block, item.number, item.label.in(language)}) {
    if (!part.empty()) question += (question.empty() ? "" : " ") + part;
  }
  return question;
}

template <typename Parts, typename Word>
std::string joined(const Parts& parts, const char* between, Word word) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : between) + word(part);
  return text;
}

}  // namespace

Callback callback_of(const forms::Form& form, const std::string& case_id, const States& states) {
  Callback callback;
  callback.case_id = case_id;
  std::set<ItemIndex> questions;
  for (std::size_t index = 0; index < form.extractions.size(); ++index) {
    const validators::ExtractionState& state = states.extractions[index];
    if (state.status != Status::incomplete || !can_be_asked(state.missing, states)) continue;
    questions.insert(state.missing.begin(), state.missing.end());
    callback.extractions.push_back(index);
    const auto& tables = form.extractions[index].tables;
    callback.tables.insert(callback.tables.end(), tables.begin(), tables.end());
  }
  callback.questions.assign(questions.begin(), questions.end());
  return callback;
}

void sort_by_gain(std::vector<Callback>& callbacks) {
  std::erase_if(callbacks, [](const Callback& each) { return each.tables.empty(); });
  std::sort(callbacks.begin(), callbacks.end(), [](const Callback& left, const Callback& right) {
    return std::forward_as_tuple(right.tables.size(), left.questions.size(), left.case_id) <
           std::forward_as_tuple(left.tables.size(), right.questions.size(), right.case_id);
  });
}

forms::Result<forms::Done> write_callbacks_csv(const std::vector<Callback>& callbacks,
                                               const forms::Form& form, std::string_view language,
                                               const std::string& path) {
  auto file = WholeFile::create(path);
  if (!file) return file.failure();
  file->write(csv_line({"case_id", "tables_regained", "items_missing", "tables", "items", "questions"}));
  for (const Callback& each : callbacks) {
    file->write(csv_line(
        {each.case_id, std::to_string(each.tables.size()), std::to_string(each.questions.size()),
         joined(each.tables, " ", [](const std::string& table) { return table; }),
         joined(each.questions, " ", [&](ItemIndex item) { return form.items[item].name; }),
         joined(each.questions, " / ", [&](ItemIndex item) { return question_of(form, item, language); })}));
  }
  return file->finish();
}

}  // namespace genpyo::exports
