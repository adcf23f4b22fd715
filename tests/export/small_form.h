// A form with every type of item, built in code, for the tests of what is handed over.
#pragma once
#include <string>

#include "forms/form.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

inline forms::Label label(const char* japanese, const char* english) {
  return forms::Label({{"ja", japanese}, {"en", english}});
}

// Every item with this value, every extraction in.
inline validators::Evaluation evaluation_of(const forms::Form& form, const forms::Value& value) {
  validators::Evaluation evaluation;
  evaluation.items.resize(form.items.size());
  for (validators::ItemState& state : evaluation.items) state.value = value;
  evaluation.extractions.resize(form.extractions.size());
  return evaluation;
}

inline validators::ItemState& state_of(validators::Evaluation& evaluation, const forms::Form& form,
                                       const char* item) {
  return evaluation.items[form.find(item).value()];
}

inline forms::Item item(const char* name, forms::ItemType type, forms::Label label) {
  forms::Item made;
  made.name = name;
  made.type = type;
  made.label = std::move(label);
  return made;
}

}  // namespace genpyo::exports
