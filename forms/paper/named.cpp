#include "forms/paper/named.h"

#include <algorithm>

#include "forms/paper/skips.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::ItemIndex;
using forms::Label;

constexpr std::string_view opens = "${";

bool names_another(const Label& label) {
  return std::any_of(label.texts().begin(), label.texts().end(), [](const auto& text) {
    return text.second.find(opens) != std::string::npos;
  });
}

// Calls `visit` with every label that a sheet may print, until one visit says true.
template <typename AForm, typename Visit>
bool any_label(AForm& form, Visit visit) {
  for (auto& section : form.sections)
    if (visit(section.label)) return true;
  for (auto& group : form.groups)
    if (visit(group.label) || visit(group.hint)) return true;
  for (auto& grid : form.grids)
    if (visit(grid.label) || visit(grid.hint)) return true;
  for (auto& list : form.lists)
    for (auto& choice : list.choices)
      if (visit(choice.label)) return true;
  for (auto& item : form.items)
    if (visit(item.label) || visit(item.hint)) return true;
  return false;
}

}  // namespace

std::string with_names(std::string_view text, const Form& form,
                       const std::function<std::string(ItemIndex)>& words) {
  std::string out;
  while (true) {
    const auto begin = text.find(opens);
    const auto end = text.find('}', std::min(begin, text.size()));
    if (end == std::string_view::npos) return out.append(text);
    const auto name = text.substr(begin + opens.size(), end - begin - opens.size());
    const auto item = form.find(name);
    out.append(text.substr(0, begin));
    out.append(item ? words(*item) : std::string(text.substr(begin, end + 1 - begin)));
    text.remove_prefix(end + 1);
  }
}

std::string called(const Form& form, ItemIndex index, std::string_view language) {
  constexpr std::string_view line = "＿＿＿＿";
  const forms::Item& item = form.items[index];
  if (!item.printed()) return std::string(line);
  const std::string number = full_number(form, item);
  if (!number.empty()) return with_printed_numbers(number, language);
  const std::string& label = item.label.in(language);
  if (label.empty() || label.find(opens) != std::string::npos) return std::string(line);
  return language == "ja" ? "「" + label + "」" : "“" + label + "”";
}

bool has_names(const Form& form) { return any_label(form, names_another); }

Form with_printed_names(Form form) {
  const Form asked = form;
  any_label(form, [&](Label& label) {
    if (!names_another(label)) return false;
    std::map<std::string, std::string> texts = label.texts();
    for (auto& [of, text] : texts) {
      text = with_names(text, asked, [&](ItemIndex item) { return called(asked, item, of); });
    }
    label = Label(std::move(texts));
    return false;
  });
  return form;
}

}  // namespace genpyo::paper
