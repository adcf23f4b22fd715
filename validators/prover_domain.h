// Domain: all that an item may hold, for the prover: finite lists of values, figures and days by
// intervals, sets of choices by those that are in for sure and those that may be.
//
// A domain may be wider than the truth, never narrower: what holds for all of it is proved.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "forms/form.h"
#include "forms/value.h"

namespace genpyo::validators {

struct Domain {
  enum class Kind { values, figures, days, sets, anything };
  Kind kind = Kind::values;
  bool blank = true;                  // it may be blank, whichever the missing kind
  std::vector<forms::Value> values;   // of values: the answers, each once
  double low = 0, high = -1;          // of figures and days (since 1970-01-01), both inclusive
  bool whole = true;                  // of figures: integers only
  bool partial = false;               // of days: dates with unknown parts too
  forms::Codes must, may;             // of sets: ascending; `must` lies within `may`
  std::vector<forms::Value> samples;  // of anything: values worth a look
  bool looked_at = false;             // of anything: what remains once they are parted from it

  bool answered() const;  // it may hold an answer
  bool point() const;     // it holds one value, or is blank
};

Domain only_blank();
Domain only(forms::Value value);
Domain without_blank(Domain domain);
// All that either may hold.
Domain united(const Domain& first, const Domain& second);

// The answers that can be keyed for an item, and blank.
Domain keyable(const forms::Form& form, forms::ItemIndex item);

// Every value, a blank as no_answer; nothing where they are more than `most`.
std::optional<std::vector<forms::Value>> every_value(const Domain& domain, std::size_t most);
// Some value of it, the answer nearest to nothing where there is one.
forms::Value some_value(const Domain& domain);

// What rules compare an item with: where its domain is worth parting.
struct Cuts {
  std::vector<double> figures;      // also days; ascending
  std::vector<std::string> texts;
  forms::Codes codes;
};

// Domains that together are the whole, most telling first. Empty where it cannot be parted.
std::vector<Domain> parted(const Domain& domain, const Cuts& cuts);

}  // namespace genpyo::validators
