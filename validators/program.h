// Program: a form's rules, parsed, named and typed once; immutable afterwards and shared by all
// evaluations.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"

namespace genpyo::validators {

class Expression;  // validators/expression.h

class Program {
 public:
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  const forms::Form& form() const;

  struct Parts;
  const Parts& parts() const { return *parts_; }
  explicit Program(std::unique_ptr<Parts> parts);

 private:
  std::unique_ptr<Parts> parts_;
};

struct Compilation {
  Program program;  // a rule with a fault in it counts as absent
  std::vector<forms::Diagnostic> diagnostics;
};

// `form` must outlive the program.
Compilation compile(const forms::Form& form);

}  // namespace genpyo::validators
