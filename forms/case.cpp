#include "forms/case.h"

namespace genpyo::forms {

Case blank_case(const Form& form, std::string id) {
  Case blank;
  blank.id = std::move(id);
  blank.marks.resize(form.items.size());
  return blank;
}

}  // namespace genpyo::forms
