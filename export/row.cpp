#include "export/row.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "export/derivations.h"

namespace genpyo::exports {
namespace {

using Role = Variable::Role;
using Status = validators::ExtractionState::Status;

void append(std::string& text, int number) {
  char digits[12];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  text.append(digits, end);
}

}  // namespace

RowReader::RowReader(const std::vector<Variable>& variables, DatasetOptions::Layer layer) : layer_(layer) {
  for (const Variable& variable : variables) origins_.push_back(origin_of(variable));
  for (std::size_t index = origins_.size(); index-- > 1;) {
    const Origin& next = origins_[index];
    Origin& origin = origins_[index - 1];
    if (origin.role == Role::choice && next.role == Role::choice && next.item == origin.item) origin.run = next.run + 1;
  }
  row_.cells.resize(variables.size());
  const auto columns_of_codes = std::count_if(origins_.begin(), origins_.end(), [](const Origin& origin) {
    return origin.role == Role::value && origin.is_text;
  });
  codes_.resize(static_cast<std::size_t>(columns_of_codes));
}

RowReader::Origin RowReader::origin_of(const Variable& variable) {
  Origin origin{variable.role, variable.kind == Variable::Kind::text, 0, variable.item, variable.extraction, 1};
  if (variable.choice != nullptr) origin.code = variable.choice->code;
  if (variable.role == Role::derivation) {
    origin.item = variable.derivation.of;
    origin.other = variable.derivation.per;
  }
  return origin;
}

const Row& RowReader::read(const forms::Case& current, const validators::States& states) {
  row_.case_id = current.id;
  codes_used_ = 0;
  for (std::size_t index = 0; index < origins_.size(); index += origins_[index].run) {
    const Origin& origin = origins_[index];
    if (origin.role == Role::choice) read_choices(index, value_of(origin.item, current, states));
    else set(row_.cells[index], origin, current, states);
  }
  return row_;
}

void RowReader::read_choices(std::size_t first, const forms::Value& value) {
  const std::size_t end = first + origins_[first].run;
  if (const auto* missing = std::get_if<forms::Missing>(&value)) {
    std::fill(row_.cells.begin() + static_cast<std::ptrdiff_t>(first), row_.cells.begin() + static_cast<std::ptrdiff_t>(end), *missing);
    return;
  }
  const auto& taken = std::get<forms::Codes>(value);
  for (std::size_t index = first; index < end; ++index) {
    row_.cells[index] = std::int64_t{std::binary_search(taken.begin(), taken.end(), origins_[index].code)};
  }
}

const forms::Value& RowReader::value_of(forms::ItemIndex item, const forms::Case& current,
                                        const validators::States& states) const {
  static const forms::Value not_keyed = forms::Missing::not_keyed;  // keyed before the form had the item
  if (layer_ == DatasetOptions::Layer::values) return states.items[item].value;
  const forms::Value& content = item < current.marks.size() ? current.marks[item].content : not_keyed;
  const forms::Value& value = states.items[item].value;
  // Nobody keys what is not asked: the sheet does not wait for it.
  const bool skipped = forms::is_missing(content, forms::Missing::not_keyed) && forms::is_missing(value, forms::Missing::not_applicable);
  return skipped ? value : content;
}

void RowReader::set(Cell& cell, const Origin& origin, const forms::Case& current,
                    const validators::States& states) {
  switch (origin.role) {
    case Role::case_id: cell = std::string_view(current.id); return;
    case Role::value: set_answer(cell, origin.is_text, value_of(origin.item, current, states)); return;
    case Role::choice: return;  // read by the run
    case Role::missing_kind: {
      const auto* missing = std::get_if<forms::Missing>(&value_of(origin.item, current, states));
      cell = missing == nullptr ? Cell(Blank{}) : Cell(*missing);
      return;
    }
    case Role::extraction: cell = std::int64_t{states.extractions[origin.other].status == Status::in}; return;
    case Role::derivation:
      cell = derived(value_of(origin.item, current, states), value_of(origin.other, current, states));
  }
}

void RowReader::set_answer(Cell& cell, bool is_text, const forms::Value& value) {
  const bool is_number = std::holds_alternative<std::int64_t>(value) || std::holds_alternative<forms::Decimal>(value);
  if (is_number && is_text) {
    cell = std::string_view(buffer() = forms::plain_text(value));
  } else if (const auto* figure = std::get_if<std::int64_t>(&value)) {
    cell = *figure;
  } else if (const auto* missing = std::get_if<forms::Missing>(&value)) {
    cell = *missing;
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    cell = std::string_view(*text);
  } else if (const auto* date = std::get_if<forms::PartialDate>(&value)) {
    cell = *date;
  } else if (const auto* decimal = std::get_if<forms::Decimal>(&value)) {
    cell = *decimal;
  } else {
    set_codes(cell, is_text, std::get<forms::Codes>(value));
  }
}

void RowReader::set_codes(Cell& cell, bool is_text, const forms::Codes& taken) {
  if (!is_text) {
    cell = std::int64_t{taken.front()};
    return;
  }
  std::string& text = buffer();
  text.clear();
  for (const int code : taken) {
    if (!text.empty()) text += ' ';
    append(text, code);
  }
  cell = std::string_view(text);
}

std::string& RowReader::buffer() {
  assert(codes_used_ < codes_.size());
  return codes_[codes_used_++];
}

void Extents::add(const Row& row) {
  of.resize(row.cells.size());
  ++rows;
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    const Cell& cell = row.cells[index];
    Extent& extent = of[index];
    if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
      extent.kinds |= 1u << static_cast<unsigned>(*missing);
      continue;
    }
    if (std::holds_alternative<Blank>(cell)) continue;
    if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
      extent.least = extent.answers == 0 ? *figure : std::min(extent.least, *figure);
      extent.most = extent.answers == 0 ? *figure : std::max(extent.most, *figure);
    } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
      extent.scale = std::max(extent.scale, decimal->scale);
      std::int64_t whole = decimal->units;
      for (int place = 0; place < decimal->scale; ++place) whole /= 10;
      extent.least = extent.answers == 0 ? whole : std::min(extent.least, whole);
      extent.most = extent.answers == 0 ? whole : std::max(extent.most, whole);
    } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
      extent.bytes = std::max(extent.bytes, text->size());
    } else if (const auto* date = std::get_if<forms::PartialDate>(&cell)) {
      extent.has_partial_date = extent.has_partial_date || !date->year || !date->month || !date->day;
    }
    ++extent.answers;
  }
}

}  // namespace genpyo::exports
