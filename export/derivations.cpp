#include "export/derivations.h"

#include <algorithm>

namespace genpyo::exports {
namespace {

constexpr int most_places = 9;
constexpr std::int64_t most_units = 999'999'999'999'999;  // of a Decimal: 15 digits

// Of two figures of at most 10 digits, the second not 0.
forms::Decimal quotient(std::int64_t of, std::int64_t per) {
  if (per < 0) {
    of = -of;
    per = -per;
  }
  forms::Decimal result{.units = of / per};
  std::int64_t rest = of % per;
  if (rest < 0) {  // rounded down, so that what is left over is never negative
    rest += per;
    --result.units;
  }
  while (rest != 0 && result.scale < most_places && std::abs(result.units) <= most_units / 10 - 1) {
    rest *= 10;
    result.units = result.units * 10 + rest / per;
    rest %= per;
    ++result.scale;
  }
  if (rest * 2 >= per) ++result.units;
  return result;
}

}  // namespace

std::vector<Derivation> derivations_of(const TablesDefinition& definition) {
  std::vector<Derivation> derivations;
  const auto note = [&](forms::ItemIndex of, forms::ItemIndex per) {
    const Derivation derivation{of, per};
    if (std::find(derivations.begin(), derivations.end(), derivation) == derivations.end()) {
      derivations.push_back(derivation);
    }
  };
  for (const Table& table : definition.tables) {
    if (!table.per) continue;
    if (table.of) note(*table.of, *table.per);
    if (table.kind == Table::Kind::statistics) {
      for (const forms::ItemIndex row : table.rows) note(row, *table.per);
    }
  }
  return derivations;
}

Cell derived(const forms::Value& of, const forms::Value& per) {
  for (const forms::Value* value : {&of, &per}) {
    if (const auto* missing = std::get_if<forms::Missing>(value)) return *missing;
  }
  const auto* figure = std::get_if<std::int64_t>(&of);
  const auto* divisor = std::get_if<std::int64_t>(&per);
  if (figure == nullptr || divisor == nullptr || *divisor == 0) return forms::Missing::not_applicable;
  return quotient(*figure, *divisor);
}

}  // namespace genpyo::exports
