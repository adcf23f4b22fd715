#include "store/view.h"

#include <algorithm>
#include <string_view>

namespace genpyo::store {
namespace {

// SQL has no parameters in a view: names are quoted by doubling the quotation mark.
std::string quoted(std::string_view name, char mark) {
  std::string out(1, mark);
  for (const char c : name) {
    if (c == mark) out += mark;
    out += c;
  }
  return out + mark;
}

std::string identifier(std::string_view name) { return quoted(name, '"'); }
std::string literal(std::string_view text) { return quoted(text, '\''); }

bool fits_a_path(std::string_view name) {
  return !name.empty() && std::none_of(name.begin(), name.end(), [](unsigned char c) {
    return c == '"' || c == '\\' || c < 0x20;
  });
}

// The type that an answer of the item has in JSON. An object is a date, a decimal, or the reason why
// an answer is missing, and then without the key that these have.
std::string_view answer_type(forms::ItemType type) {
  switch (type) {
    case forms::ItemType::select_one:
    case forms::ItemType::select_multiple: return "array";
    case forms::ItemType::integer: return "integer";
    case forms::ItemType::date:
    case forms::ItemType::decimal: return "object";
    case forms::ItemType::text:
    case forms::ItemType::time:
    case forms::ItemType::date_time:
    case forms::ItemType::rank:
    case forms::ItemType::calculate: return "text";
    case forms::ItemType::note:
    case forms::ItemType::blank_box: return "";
  }
  return "";
}

std::string column_for(const forms::Item& item) {
  const std::string content = "$.marks.\"" + item.name + "\".content";
  const std::string_view within = item.type == forms::ItemType::select_one ? "[0]"
                                  : item.type == forms::ItemType::date     ? ".date"
                                  : item.type == forms::ItemType::decimal  ? ".decimal"
                                                                           : "";
  std::string answer = "json_extract(p.snapshot, " + literal(content + std::string(within)) + ")";
  if (item.type == forms::ItemType::decimal) answer = "CAST(" + answer + " AS NUMERIC)";
  if (item.type == forms::ItemType::select_multiple) {
    answer = "replace(trim(" + answer + ", '[]'), ',', ' ')";
  }
  return "CASE json_type(p.snapshot, " + literal(content) + ") WHEN " +
         literal(answer_type(item.type)) + " THEN " + answer + " END AS " + identifier(item.name);
}

}  // namespace

std::string view_name(const forms::Form& form) {
  std::string name = form.form_id + "_" + form.version;
  for (char& c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain) c = '_';
  }
  return name;
}

std::optional<std::string> view_sql(const forms::Form& form) {
  std::string sql =
      "CREATE VIEW " + identifier(view_name(form)) + " AS SELECT c.id AS case_id, c.state AS state";
  for (const forms::Item& item : form.items) {
    const bool is_stored = item.has_value() && item.calculation.empty();
    if (item.identifying || !is_stored) continue;
    if (!fits_a_path(item.name)) return std::nullopt;
    sql += ", " + column_for(item);
  }
  return sql +
         " FROM survey_case AS c JOIN form_archive AS f ON f.hash = c.form_hash"
         " JOIN case_pass AS p ON p.case_id = c.id AND p.pass = 1"
         " WHERE f.form_id = " +
         literal(form.form_id) + " AND f.version = " + literal(form.version);
}

}  // namespace genpyo::store
