// Any text as a form.yaml: read, and its rules compiled. A fault is told with a text, and a form
// that is taken is one that evaluates.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "forms/case.h"
#include "forms/form_reader.h"
#include "validators/evaluation.h"

using namespace genpyo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const forms::FormReading reading = forms::read_form(text, "fuzz.yaml");
  for (const forms::Diagnostic& diagnostic : reading.diagnostics) {
    if (forms::to_text(diagnostic).empty()) std::abort();
  }
  const validators::Compilation compilation = validators::compile(reading.form);
  if (!reading.diagnostics.empty()) return 0;
  validators::evaluate(compilation.program, forms::blank_case(reading.form, "1"), forms::Date{2018, 4, 1});
  return 0;
}
