#include "forms/value.h"

namespace genpyo::forms {

std::string plain_text(const Value& value) {
  if (const auto* figure = std::get_if<std::int64_t>(&value)) return std::to_string(*figure);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<PartialDate>(&value)) return edtf(*date);
  if (const auto* decimal = std::get_if<Decimal>(&value)) return plain_text(*decimal);
  std::string out;
  if (const auto* codes = std::get_if<Codes>(&value)) {
    for (const int code : *codes) {
      if (!out.empty()) out += ' ';
      out += std::to_string(code);
    }
  }
  return out;
}

}  // namespace genpyo::forms
