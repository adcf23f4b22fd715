// Codes that a dataset describes, as lines of the journal beside the cases that bear them.
#include <map>
#include <utility>

#include "app/session/described_codes.h"

namespace genpyo::session {
namespace {

struct Bringing {
  const forms::Form& form;
  Intake& intake;
  std::vector<std::vector<store::Change>> lines;  // by case
};

// The codes that the case bears, of the item.
forms::Codes borne(const IntakeCase& taken, forms::ItemIndex item) {
  const auto* codes = std::get_if<forms::Codes>(&taken.current.marks[item].content);
  return codes == nullptr ? forms::Codes{} : *codes;
}

void tell_conflict(Bringing& bringing, const store::AddedCode& code, const std::string& meaning) {
  const forms::ItemIndex item = *bringing.form.find(code.item);
  const std::vector<std::string> arguments = {std::to_string(code.code), quotable(code.label), quotable(meaning)};
  const std::size_t before = bringing.intake.faults.size();
  for (const IntakeCase& taken : bringing.intake.cases) {
    for (const int each : borne(taken, item)) {
      if (each == code.code) bringing.intake.faults.push_back({taken.line, code.item, "intake.code_differs", arguments});
    }
  }
  if (bringing.intake.faults.size() == before) bringing.intake.faults.push_back({1, code.item, "intake.code_differs", arguments});
}

// The new codes of one item, in the order of its list.
void add_lines(Bringing& bringing, const std::vector<const store::AddedCode*>& codes, const std::string& reason) {
  const forms::ItemIndex item = *bringing.form.find(codes.front()->item);
  std::map<int, std::size_t> places;
  for (std::size_t place = 0; place < codes.size(); ++place) places.emplace(codes[place]->code, place);
  std::size_t next = 0, last = 0;
  const auto add_up_to = [&](std::size_t end, std::size_t to) {
    for (; next < end; ++next) {
      store::Change line = store::code_change(codes[next]->item, codes[next]->code, codes[next]->label);
      line.reason = reason;
      bringing.lines[to].push_back(std::move(line));
      last = to;
    }
  };
  for (std::size_t index = 0; index < bringing.intake.cases.size() && next < codes.size(); ++index) {
    for (const int code : borne(bringing.intake.cases[index], item)) {
      if (const auto place = places.find(code); place != places.end()) add_up_to(place->second + 1, index);
    }
  }
  add_up_to(codes.size(), last);
}

}  // namespace

void bring_codes(const forms::Form& form, const std::vector<store::AddedCode>& codes,
                 const std::vector<store::AddedCode>& known, const std::string& reason, Intake& intake) {
  std::map<std::pair<std::string, int>, const std::string*> meanings;
  for (const store::AddedCode& each : known) meanings.emplace(std::pair(each.item, each.code), &each.label);
  const bool has_cases = !intake.cases.empty();
  Bringing bringing{form, intake, {}};
  bringing.lines.resize(intake.cases.size());
  std::map<std::string, std::vector<const store::AddedCode*>> fresh;
  for (const store::AddedCode& each : codes) {
    const auto found = meanings.find({each.item, each.code});
    if (found == meanings.end() && has_cases) fresh[each.item].push_back(&each);
    else if (found == meanings.end()) intake.remarks.push_back({1, each.item, "intake.code_without_case", {std::to_string(each.code), quotable(each.label)}});
    else if (*found->second != each.label) tell_conflict(bringing, each, *found->second);
  }
  if (!intake.faults.empty()) return;
  for (const auto& [item, its] : fresh) add_lines(bringing, its, reason);
  for (std::size_t index = 0; index < intake.cases.size(); ++index) {
    auto& changes = intake.cases[index].changes;
    changes.insert(changes.begin(), std::make_move_iterator(bringing.lines[index].begin()), std::make_move_iterator(bringing.lines[index].end()));
  }
}

}  // namespace genpyo::session
