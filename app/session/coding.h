// CodingRoom: what the after-coding screen shows. The answers to a free text one by one, beside the
// list of codes.
//
// Who codes second sees nothing of what the first coder gave: it is not in this state at all. Only
// in the comparison do both stand side by side.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/agreement.h"
#include "app/session/draft.h"
#include "forms/form.h"
#include "forms/value.h"
#include "store/store.h"

namespace genpyo::session {

enum class CodingPass { first, second, compare };

struct CodedAnswer {
  std::string case_id, text;
  bool is_coded = false;  // in this pass; in the comparison: nothing is left to settle
  forms::Codes codes;     // of this pass; in the comparison those in force
  // In the comparison only.
  forms::Codes first, second;
  std::string first_by, second_by;
};

struct AddedOn {
  int code = 0;
  std::string at;  // as the clock on the wall has it
};

struct CodingRoom {
  std::vector<forms::ItemIndex> items;  // all that are coded afterwards
  std::size_t item = 0;                 // index into `items`
  CodingPass pass = CodingPass::first;
  std::vector<CodedAnswer> answers;     // by case; in the comparison only those that differ
  std::vector<std::size_t> shown;       // indices into `answers` that the filter lets in
  std::size_t at = 0;                   // index into `shown`
  Draft filter;                         // a part of the answer
  Draft digits;                         // of a code that is not whole yet
  forms::Codes proposed;                // in the comparison: what Enter settles
  std::vector<AddedOn> added;           // codes that the form did not have
  std::vector<CodeAgreement> agreement; // in the comparison
  std::size_t compared = 0;             // answers that both coded
  std::size_t other_forms = 0;          // cases keyed under another definition: not here

  bool has_answer() const { return at < shown.size(); }
  const CodedAnswer& answer() const { return answers[shown[at]]; }
  std::size_t left() const;  // of all answers: not coded (not settled) yet
};

// What the journal says of one answer's codes.
struct CodingRecord {
  forms::Codes first, second, in_force;
  std::string first_by, second_by;
  std::int64_t first_at = 0, second_at = 0, settled_at = 0;  // sequences; 0 = never

  bool both() const { return first_at > 0 && second_at > 0; }
  bool is_settled() const { return first == second || settled_at > std::max(first_at, second_at); }
};

// Its lines one after the other. A mark under the item itself is the first coder's, unless it says
// that it was settled so; one that takes the codes back leaves the answer uncoded.
void take_up(CodingRecord& record, const store::Entry& entry, std::string_view item);

inline constexpr const char* settled_reason = "settled";

// Gives the form the codes that were added to its items' lists. A list that other items have too
// stays as it is for them.
void add_codes(forms::Form& form, const std::vector<store::AddedCode>& added);

// Indices of the answers that contain what is typed; all of them where nothing is.
std::vector<std::size_t> found_answers(const std::vector<CodedAnswer>& answers, std::string_view typed);

}  // namespace genpyo::session
