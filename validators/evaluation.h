// Evaluation: everything that follows from a case at one moment.
//
// A pure result: it holds no pointer to the case or the clock it came from, and may be copied,
// kept in a test or thrown away.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "validators/program.h"

namespace genpyo::validators {

// What the form makes of one item, for this case.
struct ItemState {
  // The form asks it, prints it or calculates it; never true for an item coded afterwards.
  bool relevant = true;
  bool required = false;  // means something only while relevant
  bool off_path = false;  // there is a mark though nothing was asked: kept, reported, not a value
  forms::Value value = forms::Missing::not_keyed;  // what the dataset says
  bool unknown = false;  // nobody has keyed it, or whether it is asked rests on such an item
  forms::Codes withheld = {};  // the choices that the choice_filter does not offer
};

struct Violation {
  enum class Kind {
    required,       // blank where an answer must be
    constraint,     // the item's own constraint
    check,          // a rule across items
    several_marks,  // two marks in a select_one or grid row: hard
    not_offered,    // a choice that the choice_filter leaves out: hard
    exclusive,      // an excluding choice does not stand alone: hard
    off_path,       // a mark where nothing was asked: soft
    instances,      // an answer calls for more instances of a repeat than the paper has: soft
    extraction,     // left out of an extraction's tables for blanks: soft
  };
  Kind kind = Kind::check;
  forms::Severity severity = forms::Severity::hard;
  forms::ItemIndex item = 0;  // where the cursor should go: of several the last that is asked
  std::vector<forms::ItemIndex> items;  // all that take part (for extraction: the missing ones)
  std::string key;  // stable name within a case: "check:staff_order", "constraint:outpatient_days"
  forms::Label message;  // the form author's words; empty for kinds that the program words itself
  bool settled = false;  // confirmed (soft) or overridden with a reason (hard)
  std::string rule;      // the expression as written, "" where the rule is built in
};

struct ExtractionState {
  enum class Status {
    in,
    unknown,     // the base rests on `missing`, which nobody has keyed yet
    outside,     // not in the base (a hospital): no answer would bring it in
    incomplete,  // `missing` would bring it in
    condition,   // all answered, but the further condition does not hold
  };
  Status status = Status::in;
  std::vector<forms::ItemIndex> missing;
};

// What the form makes of a case: all that a dataset or a table rests on.
struct States {
  std::vector<ItemState> items;              // by ItemIndex
  std::vector<ExtractionState> extractions;  // by index of Form::extractions
};

struct Evaluation : States {
  std::vector<Violation> violations;  // in the order of the paper, hard before soft per item
  // Asked items that nobody has keyed yet, in order: the case cannot be closed before these.
  std::vector<forms::ItemIndex> not_keyed;

  // No hard violation that is not overridden, and nothing left to key.
  bool may_close() const;
};

// Evaluates every rule of the form once, in dependency order. Cannot fail: a rule that cannot be
// computed counts as not holding for relevance and as holding for constraints. Linear in rules.
// Values follow from marks: off-path marks and items not asked are Missing::not_applicable; an
// item in frame or coded afterwards takes its mark as it is.
// A check with on_blank still waits while an item it names is asked and not keyed; an extraction
// is told as violated once its block is keyed through and only if some missing item was asked.
Evaluation evaluate(const Program& program, const forms::Case& current, forms::Date today);

// The same into an evaluation of the case before, whose memory it takes over: for a walk through
// many. Nothing of what stood there is left.
void evaluate(const Program& program, const forms::Case& current, forms::Date today, Evaluation& into);

// The states alone, as `evaluate` would give them, for who asks for no violation.
void settle(const Program& program, const forms::Case& current, forms::Date today, States& into);

}  // namespace genpyo::validators
