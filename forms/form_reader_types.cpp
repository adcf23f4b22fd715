// The type of an item: XLSForm's word, and how what it asks for is answered on paper.
#include <algorithm>
#include <array>
#include <cmath>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

struct TypeWord {
  std::string_view word;
  ItemType type;
};

constexpr std::array type_words = {
    TypeWord{"select_one", ItemType::select_one},
    TypeWord{"select_multiple", ItemType::select_multiple},
    TypeWord{"rank", ItemType::rank},
    TypeWord{"integer", ItemType::integer},
    TypeWord{"decimal", ItemType::decimal},
    TypeWord{"range", ItemType::integer},
    TypeWord{"text", ItemType::text},
    TypeWord{"barcode", ItemType::text},
    TypeWord{"date", ItemType::date},
    TypeWord{"time", ItemType::time},
    TypeWord{"dateTime", ItemType::date_time},
    TypeWord{"acknowledge", ItemType::select_one},
    TypeWord{"note", ItemType::note},
    TypeWord{"calculate", ItemType::calculate},
    TypeWord{"hidden", ItemType::calculate},
    TypeWord{"start", ItemType::calculate},
    TypeWord{"end", ItemType::calculate},
    TypeWord{"today", ItemType::calculate},
    TypeWord{"deviceid", ItemType::calculate},
    TypeWord{"username", ItemType::calculate},
    TypeWord{"phonenumber", ItemType::calculate},
    TypeWord{"email", ItemType::calculate},
    TypeWord{"audit", ItemType::calculate},
    TypeWord{"image", ItemType::blank_box},
    TypeWord{"audio", ItemType::blank_box},
    TypeWord{"video", ItemType::blank_box},
    TypeWord{"file", ItemType::blank_box},
    TypeWord{"geopoint", ItemType::blank_box},
    TypeWord{"geotrace", ItemType::blank_box},
    TypeWord{"geoshape", ItemType::blank_box},
};

const TypeWord* type_named(std::string_view word) {
  const auto found = std::find_if(type_words.begin(), type_words.end(),
                                  [word](const TypeWord& known) { return known.word == word; });
  return found == type_words.end() ? nullptr : &*found;
}

std::vector<std::string_view> all_words() {
  std::vector<std::string_view> words;
  for (const TypeWord& known : type_words) words.push_back(known.word);
  return words;
}

void find_list(const yaml::Node& type, const std::string& name, Item& item, FormDraft& draft) {
  const auto& lists = draft.form.lists;
  const auto found = std::find_if(lists.begin(), lists.end(),
                                  [&name](const ChoiceList& list) { return list.name == name; });
  if (found != lists.end()) {
    item.choices = static_cast<std::size_t>(found - lists.begin());
    return;
  }
  yaml::Node word = type;  // the name alone, with the place of the type
  word.scalar = name;
  draft.lists.add_unknown(Fault::unknown_list, word, "there is no list " + quoted(name) + ".",
                          "Name a list that stands under choices.", draft.findings);
}

void read_list(const yaml::Node& type, const std::string& list, Item& item, FormDraft& draft) {
  const bool takes_list = item.type == ItemType::rank || item.word == "select_one" ||
                          item.word == "select_multiple";
  if (takes_list && !list.empty()) {
    find_list(type, list, item, draft);
  } else if (takes_list) {
    draft.findings.add(Fault::unknown_list, type.place, "the type " + item.word + " names no list.",
                       "Write " + item.word +
                           " and the name of a list that stands under choices.");
  } else if (!list.empty()) {
    draft.findings.add(Fault::bad_value, type.place, "the type " + item.word + " takes no list.",
                       "Write " + item.word + " alone.");
  }
}

// The list of a box that says yes: it has no name, so that no author's can be taken for it.
std::size_t acknowledgement(FormDraft& draft) {
  auto& lists = draft.form.lists;
  for (std::size_t index = 0; index < lists.size(); ++index) {
    if (lists[index].name.empty()) return index;
  }
  std::map<std::string, std::string> words;
  for (const std::string& language : draft.form.languages) {
    words[language] = language == "ja" ? "確認しました" : "I confirm";
  }
  Choice choice;
  choice.code = 1;
  choice.name = "OK";
  choice.label = Label(std::move(words));
  lists.push_back({"", {std::move(choice)}});
  return lists.size() - 1;
}

// "start=0 end=10 step=0.5", with spaces, commas or semicolons between them.
std::optional<Decimal> parameter(std::string_view text, std::string_view name,
                                 std::string_view otherwise) {
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" ,;"), text.size());
    const std::string_view word = text.substr(0, end);
    if (word.starts_with(name) && word.substr(name.size()).starts_with('=')) {
      return read_decimal(word.substr(name.size() + 1));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return read_decimal(otherwise);
}

// As XLSForm has it: from 1 to 10 in steps of 1, unless it is said otherwise.
void read_range(const yaml::Node& type, Item& item, FormDraft& draft) {
  const auto start = parameter(item.parameters, "start", "1");
  const auto end = parameter(item.parameters, "end", "10");
  const auto step = parameter(item.parameters, "step", "1");
  if (!start || !end || !step || nearest_double(*start) > nearest_double(*end) ||
      nearest_double(*step) <= 0) {
    draft.findings.add(Fault::bad_value, type.place,
                       "the range cannot be " + quoted(item.parameters) + ".",
                       "Write parameters: start=0 end=10 step=1.");
    return;
  }
  item.range = Range{*start, *end, *step};
  const bool whole = start->scale == 0 && end->scale == 0 && step->scale == 0;
  if (!whole || start->units < 0) item.type = ItemType::decimal;
}

void warn_of_blank_box(const yaml::Node& type, const Item& item, FormDraft& draft) {
  draft.findings.warn(Fault::not_on_paper, type.place,
                      "paper cannot hold the type " + item.word +
                          ": a blank box is printed, and nothing is keyed from it.",
                      "Ask for it in words, or take the item out.");
}

}  // namespace

bool read_type(const Fields& fields, Item& item, FormDraft& draft) {
  const yaml::Node* type = fields.scalar("type", Presence::required);
  if (type == nullptr) return false;
  const std::string& text = type->scalar;
  const auto space = std::min(text.find(' '), text.size());
  const std::string word = text.substr(0, space);
  const TypeWord* known = type_named(word);
  if (known == nullptr) {
    draft.findings.add(Fault::unknown_type, type->place, quoted(word) + " is no type.",
                       suggestion(word, all_words()));
    return false;
  }
  item.type = known->type;
  item.word = word;
  if (fields.has("parameters")) item.parameters = fields.text("parameters", Presence::optional);
  read_list(*type, text.substr(std::min(text.find_first_not_of(' ', space), text.size())), item,
            draft);
  if (word == "acknowledge") item.choices = acknowledgement(draft);
  if (word == "range") read_range(*type, item, draft);
  if (item.type == ItemType::blank_box) warn_of_blank_box(*type, item, draft);
  return true;
}

}  // namespace genpyo::forms
