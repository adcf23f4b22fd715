// Result: the world may say no (disk, file, database, font). It is handled once: shown, or passed
// on, never both. What a form's author or a clerk gets wrong is data (Diagnostic, Violation).
#pragma once
#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace genpyo::forms {

// One sentence for a person, which says what happened and what to do.
struct Failure {
  std::string sentence;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : held_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Failure& failure() const {
    assert(held_.index() == 1);
    return *std::get_if<1>(&held_);
  }

 private:
  T& value() {
    assert(held_.index() == 0);
    return *std::get_if<0>(&held_);
  }
  const T& value() const {
    assert(held_.index() == 0);
    return *std::get_if<0>(&held_);
  }
  std::variant<T, Failure> held_;
};

// For what either works or not: `return Done{};`
struct Done {};

}  // namespace genpyo::forms
