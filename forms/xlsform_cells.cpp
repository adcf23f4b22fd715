#include "forms/xlsform_cells.h"

namespace genpyo::forms::xlsform {

using yaml::Node;

void Cells::put_label(Node& node, const std::string& key) const {
  Node label = label_node(survey_, record_, key, draft_);
  if (label.kind != Node::Kind::null) put(node, key, std::move(label));
}

void Cells::put_text(Node& node, const std::string& key) const {
  if (const Field* field = record_.find(key)) put(node, key, survey_.node(record_, *field));
}

void Cells::put_rule(Node& node, const std::string& key) const {
  if (!record_.has(key)) return;
  put(node, key, scalar(expression(record_.text(key), draft_), survey_.place(record_, key)));
}

void Cells::put_flag_or_rule(Node& node, const std::string& key) const {
  const std::string text = record_.text(key);
  if (text.empty() || is_no(text)) return;
  const Place place = survey_.place(record_, key);
  put(node, key, scalar(is_yes(text) ? "yes" : expression(text, draft_), place));
}

void Cells::put_own(Node& item) const {
  for (const Field& field : record_.fields) {
    if (!field.column->key.starts_with("genpyo::")) continue;
    if (field.column->key == "genpyo::grid" || item.find(field.column->key.substr(8)) != nullptr) continue;
    const Place place = survey_.place(record_.row, field.column->column);
    yaml::Reading reading = yaml::parse(field.text, place.file);
    const bool structured = reading.diagnostics.empty() && reading.root.kind == Node::Kind::map;
    put(item, field.column->key.substr(8), structured ? std::move(reading.root) : scalar(field.text, place));
  }
}

}  // namespace genpyo::forms::xlsform
