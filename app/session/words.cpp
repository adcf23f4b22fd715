#include "app/session/words.h"

#include <algorithm>

#include "app/session/date_words.h"
#include "forms/paper/named.h"
#include "forms/paper/words.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

using forms::Form;
using forms::ItemIndex;
using validators::ExtractionState;
using validators::Violation;

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += between;
    all += part;
  }
  return all;
}

const char* key_of(Violation::Kind kind) {
  switch (kind) {
    case Violation::Kind::required: return "violation.required";
    case Violation::Kind::constraint: return "violation.constraint";
    case Violation::Kind::check: return "violation.check";
    case Violation::Kind::several_marks: return "violation.several_marks";
    case Violation::Kind::not_offered: return "violation.not_offered";
    case Violation::Kind::exclusive: return "violation.exclusive";
    case Violation::Kind::off_path: return "violation.off_path";
    case Violation::Kind::instances: return "violation.instances";
    case Violation::Kind::extraction: return "violation.extraction";
  }
  return "";
}

// Of a violation of kind extraction, whose key ends in the extraction's name.
const forms::Extraction* extraction_of(const Violation& violation, const Form& form) {
  const std::string name = violation.key.substr(violation.key.find(':') + 1);
  const auto found = std::find_if(form.extractions.begin(), form.extractions.end(),
                                  [&](const forms::Extraction& e) { return e.name == name; });
  return found == form.extractions.end() ? nullptr : &*found;
}

// Of a violation of kind instances, whose key ends in the first instance's name.
const forms::Repeat* repeat_of(const Violation& violation, const Form& form) {
  const std::string name = violation.key.substr(violation.key.find(':') + 1);
  const auto found = std::find_if(form.groups.begin(), form.groups.end(),
                                  [&](const forms::Group& g) { return g.repeat && g.name == name; });
  return found == form.groups.end() ? nullptr : &form.repeats[*found->repeat];
}

std::string choice_word(int code, const forms::ChoiceList* choices, std::string_view language) {
  const forms::Choice* choice = choices == nullptr ? nullptr : choices->find(code);
  const std::string label = choice == nullptr ? "" : " " + choice->label.in(language);
  return std::to_string(code) + label;
}

std::string missing_word(forms::Missing kind, std::string_view language, const Strings& strings) {
  return strings.text(language, "missing." + std::string(forms::name_of(kind)));
}

}  // namespace

std::string number_of(const Form& form, ItemIndex item, std::string_view language) {
  while (item > 0 && form.items[item].number.empty() && !form.items[item].grid &&
         !form.items[item].relevant.empty() &&
         form.items[item - 1].section == form.items[item].section) {
    --item;
  }
  const forms::Item& asked = form.items[item];
  const std::string block = asked.grid ? form.grids[*asked.grid].number : "";
  const std::string between = block.empty() || asked.number.empty() ? "" : " ";
  return paper::with_printed_numbers(block + between + asked.number, language);
}

std::string name_of(const Form& form, ItemIndex item, std::string_view language) {
  const std::string number = number_of(form, item, language);
  const std::string label = paper::with_names(
      form.items[item].label.in(language), form,
      [&](ItemIndex other) { return paper::called(form, other, language); });
  if (number.empty() && label.empty()) return form.items[item].name;  // what nobody is asked
  if (number.empty() && form.items[item].repeat) {  // the same words stand in each printed instance
    const std::string heading = form.heading_of(form.items[item]).in(language);
    return heading.empty() ? label : heading + " " + label;
  }
  return number.empty() ? label : number + " " + label;
}

std::string numbers_of(const forms::Codes& codes, std::string_view language, const Strings& strings) {
  std::vector<std::string> numbers;
  for (const int code : codes) numbers.push_back(std::to_string(code));
  return joined(numbers, strings.text(language, "words.between"));
}

std::string with_answers(const std::string& text, const Form& form,
                         const std::vector<validators::ItemState>& items,
                         std::string_view language, const Strings& strings) {
  return paper::with_names(text, form, [&](ItemIndex item) {
    if (item >= items.size() || !forms::is_answer(items[item].value))
      return paper::called(form, item, language);
    return word(items[item].value, form, item, language, strings);
  });
}

std::string word(const forms::Value& value, const Form& form, ItemIndex item,
                 std::string_view language, const Strings& strings) {
  if (const auto* missing = std::get_if<forms::Missing>(&value)) {
    return missing_word(*missing, language, strings);
  }
  if (const auto* date = std::get_if<forms::PartialDate>(&value)) {
    return date_word(*date, language, strings);
  }
  const forms::Item& asked = form.items[item];
  if (const auto* codes = std::get_if<forms::Codes>(&value)) {
    std::vector<std::string> words;
    for (const int code : *codes)
      words.push_back(choice_word(code, form.choices_of(asked), language));
    return joined(words, strings.text(language, "words.between"));
  }
  const std::string& unit = asked.unit.in(language);
  return forms::plain_text(value) + (unit.empty() ? "" : " " + unit);
}

std::string word(const Violation& violation, const Form& form,
                 const std::vector<validators::ItemState>& items, std::string_view language,
                 const Strings& strings) {
  const std::string name = name_of(form, violation.item, language);
  if (violation.kind == Violation::Kind::extraction) {
    const forms::Extraction* extraction = extraction_of(violation, form);
    const std::string tables =
        extraction == nullptr ? "" : tables_of(*extraction, language, strings);
    return strings.text(language, key_of(violation.kind),
                        {name, tables, std::to_string(violation.items.size())});
  }
  if (violation.kind == Violation::Kind::instances) {
    const forms::Repeat* repeat = repeat_of(violation, form);
    if (repeat != nullptr) {
      const std::string& label = repeat->label.in(language);
      return strings.text(language, key_of(violation.kind),
                          {name, label.empty() ? repeat->name : label, std::to_string(repeat->instances)});
    }
  }
  if (!violation.message.empty()) {
    const std::string message = with_answers(
        paper::with_printed_numbers(violation.message.in(language), language), form, items, language, strings);
    return strings.text(language, "violation.message", {name, message});
  }
  return strings.text(language, key_of(violation.kind), {name, violation.rule});
}

std::string word(const ExtractionState& state, const forms::Extraction& extraction,
                 std::string_view language, const Strings& strings) {
  const std::string tables = tables_of(extraction, language, strings);
  switch (state.status) {
    case ExtractionState::Status::in: return strings.text(language, "extraction.in", {tables});
    case ExtractionState::Status::unknown:
      return strings.text(language, "extraction.unknown", {tables});
    case ExtractionState::Status::outside:
      return strings.text(language, "extraction.outside", {tables});
    case ExtractionState::Status::incomplete:
      return strings.text(language, "extraction.incomplete",
                          {tables, std::to_string(state.missing.size())});
    case ExtractionState::Status::condition: break;
  }
  const std::string key =
      extraction.constraint_message.empty() ? "extraction.condition" : "extraction.because";
  return strings.text(language, key, {tables, extraction.constraint_message.in(language)});
}

std::string outside_cp932(const std::string& text) {
  constexpr std::size_t most = 8;
  std::vector<std::string> characters;
  for (const std::size_t at : forms::not_in_cp932(text)) {
    std::string character;
    forms::append_utf8(character, forms::code_points(std::string_view(text).substr(at, 4)).front());
    if (std::find(characters.begin(), characters.end(), character) != characters.end()) continue;
    if (characters.size() == most) return joined(characters, " ") + " …";
    characters.push_back(std::move(character));
  }
  return joined(characters, " ");
}

std::string tables_of(const forms::Extraction& extraction, std::string_view language,
                      const Strings& strings) {
  return joined(extraction.tables, strings.text(language, "words.between"));
}

}  // namespace genpyo::session
