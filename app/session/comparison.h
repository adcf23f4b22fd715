// Comparison: two keyings of one sheet, item by item, and what became of their differences.
//
// A pure result of the journal: nothing of it is stored. The passes are compared as they stood when
// the second one was closed; a mark keyed on the first pass after that settles its item, and what
// stands then is the measure of both.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/form.h"
#include "store/store.h"

namespace genpyo::session {

// What the journal says where a difference was settled; the last one also bears a correction made
// elsewhere than in the comparison.
inline constexpr const char* kept_first_reason = "second pass: first kept";
inline constexpr const char* took_second_reason = "second pass: second taken";
inline constexpr const char* keyed_anew_reason = "second pass: keyed anew";
inline constexpr const char* settling_reason = "second pass: settling";  // of reopening and closing for it
bool is_settling(const store::Entry& entry);

// The same answer, or the same reason why there is none, with the same several marks; whichever way
// it was keyed ("7" and "07").
bool same_on_paper(const forms::Mark& one, const forms::Mark& other);

enum class Settled { no, first, second, anew };  // by what stands now; anew: neither

struct ComparedItem {
  forms::ItemIndex item = 0;
  forms::Mark first, second;         // not keyed where a pass skipped it
  std::string first_by, second_by;   // who keyed it, or the pass
  bool differs = false;
  Settled settled = Settled::no;
  forms::Mark now;                   // what counts
  std::string settled_by, settled_at;
};

struct PassSummary {
  int pass = store::first_pass;
  std::vector<std::string> operators;  // who keyed marks, in order; nobody who only settled
  std::string changed_at;              // the newest mark but for settling
  bool closed = false;
};

struct Comparison {
  std::vector<PassSummary> passes;       // one or two
  bool is_over = false;                  // the second pass is closed; before that nothing is compared
  std::vector<ComparedItem> items;       // asked items that at least one pass has, in order
  std::vector<std::size_t> differences;  // indices into `items`

  std::size_t equal() const { return items.size() - differences.size(); }
  std::size_t left() const;  // differences that are not settled
  const ComparedItem& difference(std::size_t at) const { return items[differences[at]]; }
};

// `entries`: the case's whole journal, in its order.
Comparison compare_passes(const forms::Form& form, const std::vector<store::Entry>& entries);

}  // namespace genpyo::session
