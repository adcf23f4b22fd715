// The after-coding screen: codes for free texts, by one coder, by a second who does not see them,
// and settled where the two differ. A code is on disk before it is seen.
#include "app/session/coding.h"

#include <algorithm>

#include "app/session/editing.h"
#include "app/session/inside.h"
#include "app/session/keying.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

constexpr int largest_code = 999;

bool is_digit(std::string_view character) {
  return character.size() == 1 && character[0] >= '0' && character[0] <= '9';
}

forms::Mark mark_of(const forms::Codes& codes) {
  forms::Mark mark;
  if (!codes.empty()) mark.content = codes;
  mark.raw = forms::plain_text(mark.content);
  return mark;
}

std::vector<int> codes_of(const forms::ChoiceList& list) {
  std::vector<int> codes;
  for (const forms::Choice& choice : list.choices) codes.push_back(choice.code);
  return codes;
}

}  // namespace

bool Session::Inside::enter_coding() {
  const forms::Form& form = world.survey->form;
  CodingRoom& room = state.coding;
  std::vector<forms::ItemIndex> items;
  for (forms::ItemIndex item = 0; item < form.items.size(); ++item) {
    const bool codes = !form.items[item].codes_of.empty() && form.items[item].type == forms::ItemType::select_multiple;
    if (codes && form.find(form.items[item].codes_of) && form.choices_of(form.items[item]) != nullptr)
      items.push_back(item);
  }
  if (items.empty()) return tell(Notice::Kind::refused, "notice.nothing_to_code"), false;
  if (room.item >= items.size()) room.item = 0;
  room.items = std::move(items);
  state.survey = world.survey.get();
  if (!read_answers()) return false;
  for (const CodingPass pass : {CodingPass::first, CodingPass::second}) {
    room.pass = pass;
    if (may_see(pass)) break;
  }
  show_pass();
  first_uncoded();
  return true;
}

bool Session::Inside::read_answers() {
  const std::string& item = coded().name;
  const forms::ItemIndex text = *state.survey->form.find(coded().codes_of);
  auto lines = world.store.codings(item);
  if (!lines) return fail(lines.failure()), false;
  auto added = world.store.added_codes();
  if (!added) return fail(added.failure()), false;
  records.clear();
  for (const store::Entry& line : *lines) take_up(records[line.case_id], line, item);
  state.coding.added.clear();
  for (const store::AddedCode& code : *added) {
    if (code.item == item) state.coding.added.push_back({code.code, world.local_time(code.at)});
  }
  answers.clear();
  state.coding.other_forms = 0;
  return for_each_case(
      [&](const store::CaseSummary& summary, const forms::Case& current, const validators::Evaluation&) {
        const auto* written = std::get_if<std::string>(&current.marks[text].content);
        if (written == nullptr || written->empty()) return;
        CodedAnswer answer;
        answer.case_id = summary.id;
        answer.text = *written;
        answers.push_back(std::move(answer));
      },
      [&](const store::CaseSummary&) { ++state.coding.other_forms; });
}

// Of the pass, and nothing of what its coder may not see.
void Session::Inside::show_pass() {
  CodingRoom& room = state.coding;
  room.answers.clear();
  room.shown.clear();
  room.at = 0;
  room.agreement.clear();
  std::vector<CodePair> pairs;
  for (CodedAnswer answer : answers) {
    const CodingRecord& record = records[answer.case_id];
    if (room.pass == CodingPass::compare) {
      if (!record.both()) continue;
      pairs.push_back({record.first, record.second});
      if (record.first == record.second) continue;
      answer.is_coded = record.is_settled();
      answer.codes = record.in_force;
      answer.first = record.first;
      answer.second = record.second;
      answer.first_by = record.first_by;
      answer.second_by = record.second_by;
    } else if (room.pass == CodingPass::first) {
      answer.is_coded = record.first_at > 0;
      answer.codes = record.first_at > 0 ? record.in_force : forms::Codes{};
    } else {
      answer.is_coded = record.second_at > 0;
      answer.codes = record.second;
    }
    room.answers.push_back(std::move(answer));
  }
  room.compared = pairs.size();
  if (room.pass == CodingPass::compare)
    room.agreement = agreement_of(codes_of(*state.survey->form.choices_of(coded())), pairs);
  find_answers();
}

void Session::Inside::find_answers() {
  CodingRoom& room = state.coding;
  const std::string here = room.has_answer() ? room.answer().case_id : "";
  room.shown = found_answers(room.answers, room.filter.text());
  const auto same = std::find_if(room.shown.begin(), room.shown.end(),
                                 [&](std::size_t index) { return room.answers[index].case_id == here; });
  room.at = same == room.shown.end() ? 0 : static_cast<std::size_t>(same - room.shown.begin());
  step_answer(0);
}

void Session::Inside::step_answer(std::ptrdiff_t by) {
  CodingRoom& room = state.coding;
  room.digits.clear();
  room.proposed.clear();
  if (room.shown.empty()) {
    room.at = 0;
    return;
  }
  const auto target = static_cast<std::ptrdiff_t>(room.at) + by;
  room.at = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(target, 0, static_cast<std::ptrdiff_t>(room.shown.size()) - 1));
  if (room.pass != CodingPass::compare) return;
  room.proposed = room.answer().is_coded ? room.answer().codes : room.answer().first;
}

void Session::Inside::first_uncoded() {
  if (state.coding.has_answer() && state.coding.answer().is_coded) next_uncoded();
}

// After the present answer, going round past the end.
void Session::Inside::next_uncoded() {
  CodingRoom& room = state.coding;
  for (std::size_t step = 1; step <= room.shown.size(); ++step) {
    const std::size_t place = (room.at + step) % room.shown.size();
    if (room.answers[room.shown[place]].is_coded) continue;
    room.at = place;
    step_answer(0);
    return;
  }
  if (!room.answers.empty())
    tell(Notice::Kind::accepted, room.pass == CodingPass::compare ? "notice.all_settled" : "notice.all_coded");
}

// Who codes second may not have seen the first one's codes, and who compares may do it as a
// supervisor. Where nobody signs in, this is left to them.
bool Session::Inside::may_see(CodingPass pass) const {
  if (!world.entrance.has_door()) return true;
  if (pass == CodingPass::compare) return state.supervisor;
  bool is_others = false;
  for (const auto& [id, record] : records) {
    const bool first = record.first_at > 0 && record.first_by == state.operator_name;
    const bool second = record.second_at > 0 && record.second_by == state.operator_name;
    if (pass == CodingPass::first ? second : first) return false;
    is_others = is_others || (pass == CodingPass::first && record.first_at > 0 && !first);
  }
  const bool is_mine = std::any_of(records.begin(), records.end(), [&](const auto& each) {
    return each.second.first_at > 0 && each.second.first_by == state.operator_name;
  });
  return !is_others || is_mine || state.supervisor;
}

void Session::Inside::other_pass() {
  CodingRoom& room = state.coding;
  CodingPass next = room.pass;
  for (int step = 0; step < 3; ++step) {
    next = next == CodingPass::first ? CodingPass::second
           : next == CodingPass::second ? CodingPass::compare
                                        : CodingPass::first;
    if (may_see(next)) break;
  }
  if (next == room.pass) return tell(Notice::Kind::refused, "notice.only_this_pass");
  room.pass = next;
  room.filter.clear();
  tell(Notice::Kind::none, "");
  show_pass();
  first_uncoded();
}

void Session::Inside::other_coded_item(bool forward) {
  CodingRoom& room = state.coding;
  if (room.items.size() < 2) return tell(Notice::Kind::refused, "notice.one_coded_item");
  room.item = (room.item + (forward ? 1 : room.items.size() - 1)) % room.items.size();
  room.filter.clear();
  room.at = 0;
  enter(Screen::coding);
}

void Session::Inside::toggle_code(std::string_view digit) {
  CodingRoom& room = state.coding;
  if (!room.has_answer()) return tell(Notice::Kind::refused, "notice.no_answer_to_code");
  const forms::Mark present = mark_of(room.pass == CodingPass::compare ? room.proposed : room.answer().codes);
  const Place place{&coded(), state.survey->form.choices_of(coded()), &present};
  Keyed keyed = type_into(place, room.digits, false, digit);
  if (keyed.misread) {
    room.digits.clear();
    return tell(Notice::Kind::refused, "notice.unknown_code", {keyed.draft.text()});
  }
  if (!keyed.mark) {
    room.digits = std::move(keyed.draft);
    return;
  }
  room.digits.clear();
  const auto* codes = std::get_if<forms::Codes>(&keyed.mark->content);
  take_codes(codes == nullptr ? forms::Codes{} : *codes);
}

void Session::Inside::take_codes(const forms::Codes& codes) {
  CodingRoom& room = state.coding;
  if (room.pass == CodingPass::compare) {
    room.proposed = codes;
    return tell(Notice::Kind::none, "");
  }
  const std::string subject = room.pass == CodingPass::first ? coded().name : store::second_coding_of(coded().name);
  if (save_codes(codes, subject, "coded")) tell(Notice::Kind::none, "");
}

bool Session::Inside::save_codes(const forms::Codes& codes, const std::string& subject, const std::string& reason) {
  CodingRoom& room = state.coding;
  const std::string id = room.answer().case_id;
  store::Change change;
  change.subject = subject;
  change.mark = mark_of(codes);
  change.reason = reason;
  if (!keep_coding(id, change)) return false;
  store::Entry line;
  line.subject = subject;
  line.mark = change.mark;
  line.reason = reason;
  line.operator_name = state.operator_name;
  CodingRecord& record = records[id];
  line.sequence = std::max({record.first_at, record.second_at, record.settled_at}) + 1;  // only their order counts
  take_up(record, line, coded().name);
  CodedAnswer& answer = room.answers[room.shown[room.at]];
  answer.codes = codes;
  answer.is_coded = room.pass == CodingPass::compare ? record.is_settled() : !codes.empty();
  return true;
}

// The case is held only for the moment: who keys it meanwhile is not disturbed, and is not overwritten.
bool Session::Inside::keep_coding(const std::string& case_id, const store::Change& change) {
  if (auto taken = world.store.acquire(case_id); !taken) return fail(taken.failure()), false;
  auto stored = world.store.read(state.survey->form, case_id);
  forms::Result<std::int64_t> saved = stored
      ? world.store.save(state.survey->form, case_id, stored->revision, {change})
      : forms::Result<std::int64_t>(stored.failure());
  const auto released = world.store.release(case_id);
  if (!saved) return fail(saved.failure()), false;
  if (!released) return fail(released.failure()), false;
  return true;
}

void Session::Inside::accept_answer() {
  CodingRoom& room = state.coding;
  if (!room.digits.empty()) {
    const std::string typed = room.digits.text();
    room.digits.clear();
    const Place place{&coded(), state.survey->form.choices_of(coded()), nullptr};
    const forms::Mark present = mark_of(room.pass == CodingPass::compare ? room.proposed : room.answer().codes);
    Keyed keyed = accept_draft({place.item, place.choices, &present}, Draft(typed));
    const auto* codes = keyed.mark ? std::get_if<forms::Codes>(&keyed.mark->content) : nullptr;
    if (codes == nullptr) return tell(Notice::Kind::refused, "notice.unknown_code", {typed});
    return take_codes(*codes);
  }
  if (!room.has_answer()) return tell(Notice::Kind::refused, "notice.no_answer_to_code");
  if (room.pass == CodingPass::compare && !save_codes(room.proposed, coded().name, settled_reason)) return;
  if (!room.answer().is_coded) return tell(Notice::Kind::refused, "notice.no_code_given");
  if (room.at + 1 < room.shown.size()) {
    tell(Notice::Kind::none, "");
    return step_answer(1);
  }
  if (room.left() == 0) {
    tell(Notice::Kind::accepted, room.pass == CodingPass::compare ? "notice.all_settled" : "notice.all_coded");
  } else {
    tell(Notice::Kind::accepted, "notice.last_answer", {std::to_string(room.left())});
  }
}

void Session::Inside::begin_new_code() {
  if (!state.coding.has_answer()) return tell(Notice::Kind::refused, "notice.no_answer_to_code");
  open_dialog(Dialog::new_code);
}

void Session::Inside::accept_new_code() {
  CodingRoom& room = state.coding;
  const std::string label = state.dialog_draft.text();
  if (label.empty()) return tell(Notice::Kind::refused, "notice.code_needs_label");
  const forms::ChoiceList& list = *state.survey->form.choices_of(coded());
  int code = 1;
  for (const forms::Choice& choice : list.choices) code = std::max(code, choice.code + 1);
  if (code > largest_code) return tell(Notice::Kind::refused, "notice.no_code_left");
  if (!keep_coding(room.answer().case_id, store::code_change(coded().name, code, label))) return;
  auto added = world.store.added_codes();
  if (!added) return fail(added.failure());
  world.survey = with_added_codes(std::move(world.survey), *added);
  state.survey = world.survey.get();
  room.added.push_back({code, world.local_time(added->back().at)});
  open_dialog(Dialog::none);
  forms::Codes codes = room.pass == CodingPass::compare ? room.proposed : room.answer().codes;
  codes.push_back(code);
  take_codes(codes);
  if (state.notice.kind == Notice::Kind::none)
    tell(Notice::Kind::accepted, "notice.code_added", {std::to_string(code), label});
}

void Session::Inside::run_in_coding(Command command) {
  CodingRoom& room = state.coding;
  const bool compares = room.pass == CodingPass::compare && room.has_answer();
  constexpr std::ptrdiff_t answers_a_page = 10;
  switch (command) {
    case Command::accept: return accept_answer();
    case Command::back: return step_answer(-1);
    case Command::forward: return step_answer(1);
    case Command::page_back: return step_answer(-answers_a_page);
    case Command::page_forward: return step_answer(answers_a_page);
    case Command::next_uncoded: return next_uncoded();
    case Command::other_list: return other_pass();
    case Command::word_left: return other_coded_item(false);
    case Command::word_right: return other_coded_item(true);
    case Command::cursor_left: return compares ? take_codes(room.answer().first) : void();
    case Command::cursor_right: return compares ? take_codes(room.answer().second) : void();
    case Command::add_code: return begin_new_code();
    case Command::erase_back:
      if (!room.digits.empty()) return room.digits.erase_back();
      room.filter.erase_back();
      return find_answers();
    case Command::leave:
      if (!room.digits.empty()) return room.digits.clear();
      if (room.filter.empty()) return back_to_start();
      room.filter.clear();
      return find_answers();
    default: return;
  }
}

// Digits are codes, everything else finds answers.
void Session::Inside::type_in_coding(const std::string& utf8) {
  const std::string text = as_one_line(utf8);
  const std::string plain = forms::plain_forms(text);
  if (is_digit(plain)) return toggle_code(plain);
  if (text.empty() || !state.coding.filter.insert(text))
    return tell(Notice::Kind::refused, text.empty() ? "notice.not_text" : "notice.draft_full");
  state.coding.digits.clear();
  find_answers();
}

void Session::Inside::touch_coding(const Touch& touched) {
  CodingRoom& room = state.coding;
  const auto& choices = state.survey->form.choices_of(coded())->choices;
  if (touched.pane == Pane::list && touched.row < room.shown.size()) {
    return step_answer(static_cast<std::ptrdiff_t>(touched.row) - static_cast<std::ptrdiff_t>(room.at));
  }
  if (touched.pane != Pane::grid || touched.row >= choices.size() || !room.has_answer()) return;
  const forms::Mark present = mark_of(room.pass == CodingPass::compare ? room.proposed : room.answer().codes);
  const forms::Mark after = toggled(present, choices[touched.row].code);
  const auto* codes = std::get_if<forms::Codes>(&after.content);
  room.digits.clear();
  take_codes(codes == nullptr ? forms::Codes{} : *codes);
}

}  // namespace genpyo::session
