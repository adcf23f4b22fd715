// RuleFaults: what is wrong with one rule, told to the form's author: which key, where in its
// line, what, and how to mend it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"
#include "validators/function.h"
#include "validators/lexer.h"

namespace genpyo::validators {

class RuleFaults {
 public:
  // Everything handed in must outlive it.
  RuleFaults(const forms::Rule& rule, const forms::Form& form, std::string_view role,
             std::vector<forms::Diagnostic>& diagnostics);

  bool any() const { return told_ > 0; }
  bool enough() const { return told_ >= 10; }  // the author sees the rest when these are mended
  void syntax(const Token& found, std::string_view expected);
  void unknown_name(const Token& reference);
  void no_own_value(const Token& dot);
  void unknown_function(const Token& name);
  void wrong_number_of_arguments(const Token& name, const FunctionEntry& entry, std::size_t given);
  void not_a_select(std::size_t offset, std::string_view function, const forms::Item& item);
  void not_nodes(std::size_t offset, std::string_view function, std::string_view usage);
  void not_choices(std::size_t offset, std::string_view function);
  void unknown_list(const Token& list);
  // A text that is written out and cannot be what the function takes.
  void wrong_text(std::size_t offset, std::string_view function, std::string_view text,
                  const std::string& what, std::string_view usage);
  void unknown_code(std::size_t offset, const forms::Item& item, std::string_view code);
  void too_long(std::size_t limit);
  void too_deep(std::size_t offset, int limit);

 private:
  void tell(forms::Fault fault, std::size_t offset, std::string message, std::string repair);
  forms::Place place(std::size_t offset) const;

  const forms::Rule& rule_;
  const forms::Form& form_;
  std::string role_;
  std::vector<forms::Diagnostic>& diagnostics_;
  int told_ = 0;
};

}  // namespace genpyo::validators
