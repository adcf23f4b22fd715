// make_sample FOLDER: writes the sample of the form in that folder to stdout.
#include <iostream>

#include "forms/form_reader.h"
#include "forms/frame.h"
#include "tests/support/sample.h"

int main(int argc, char** argv) {
  using namespace genpyo;
  constexpr std::size_t limit = 4U << 20U;
  if (argc != 2) {
    std::cerr << "usage: make_sample forms/home_care_2018 > forms/home_care_2018/sample.csv\n";
    return 2;
  }
  const std::string folder = argv[1];
  const auto definition = forms::read_file(folder + "/form.yaml", limit);
  const auto list = forms::read_file(folder + "/frame.csv", limit);
  if (!definition || !list) {
    std::cerr << (definition ? list.failure() : definition.failure()).sentence << "\n";
    return 3;
  }
  const forms::FormReading reading = forms::read_form(*definition, "form.yaml");
  for (const forms::Diagnostic& diagnostic : reading.diagnostics) {
    std::cerr << forms::to_text(diagnostic) << "\n";
  }
  const auto frame = forms::parse_frame(*list);
  if (!frame) std::cerr << frame.failure().sentence << "\n";
  if (!frame || !reading.diagnostics.empty()) return 1;
  std::cout << sample::sample_csv(reading.form, sample::sample_sheets(*frame));
  return std::cout.flush() ? 0 : 3;
}
