// Variables: the columns of a clean dataset, in the order of the paper, whatever file they go to.
//
// case_id · then for each item: a figure as it is, a select_one its code, a select_multiple
// NAME_CODE as 1 and 0 for every choice (or one column of codes), a text, a date, a decimal or what
// is calculated as it is and, in NAME_missing, why there is none · then in_EXTRACTION as 1 and 0 ·
// then the derivations, where asked for.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "export/missing_codes.h"
#include "forms/case.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::exports {

// An item's figure for each unit of another's (house calls per doctor).
struct Derivation {
  forms::ItemIndex of = 0, per = 0;
  friend bool operator==(const Derivation&, const Derivation&) = default;
};

struct DatasetOptions {
  enum class Multiple { dichotomies, codes };  // partners_1 … as 0/1, or one column "1 5 6"
  enum class Layer { values, marks };          // what follows by the rules, or what the sheets say
  Multiple multiple = Multiple::dichotomies;
  bool identifying = false;  // identifying items leave only when asked for
  Layer layer = Layer::values;
  std::vector<Derivation> derivations = {};
};

// What a code of a variable means.
struct ValueLabel {
  int code = 0;
  forms::Label label;
  forms::Source source = forms::Source::stated;
};

struct Variable {
  enum class Role {
    case_id,
    value,         // the item's answer, or its missing kind
    choice,        // whether `choice` was taken
    missing_kind,  // of what has such a column: its kind, blank where there is an answer
    extraction,    // whether the case is in
    derivation,
  };
  enum class Kind { integer, decimal, text, date };
  enum class Measure { nominal, scale };  // no form says yet which choices have an order

  std::string name = {};
  Role role = Role::value;
  forms::ItemIndex item = 0;              // of the roles value, choice and missing_kind
  const forms::Choice* choice = nullptr;  // of the role choice; lies in the form
  std::size_t extraction = 0;             // of the role extraction: index into Form::extractions
  Derivation derivation = {};             // of the role derivation

  Kind kind = Kind::integer;
  Measure measure = Measure::nominal;
  std::string number = {};  // of the item (and its grid), as printed
  forms::Label label = {};  // in each of the form's languages
  forms::Label unit = {};
  forms::Label ending = {};  // what it tells variables of one question apart by, at the label's end
  forms::Source source = forms::Source::stated;
  std::vector<ValueLabel> codes = {};  // in the order of the paper; empty: no codes, or free figures
  bool missing_beside = false;  // why it is missing stands in NAME_missing: no number fits among texts

  bool is_of_item() const { return role == Role::value || role == Role::choice || role == Role::missing_kind; }
};

// integer, decimal, text, date; nominal, scale: as the files say it.
const char* name_of(Variable::Kind kind);
const char* name_of(Variable::Measure measure);

// The label in the language that was asked for, with its unit.
std::string label_of(const Variable& variable, const std::string& language);

// Whether a missing kind may stand there in place of an answer.
bool holds_answers(const Variable& variable);

// Fails where two columns would bear one name, with a sentence that says which two.
forms::Result<std::vector<Variable>> variables_of(const forms::Form& form,
                                                  const DatasetOptions& options);

}  // namespace genpyo::exports
