#include "app/session/operators.h"

#include <algorithm>

#include "app/session/pin.h"
#include "forms/form_reader.h"
#include "forms/text.h"
#include "forms/yaml.h"

namespace genpyo::session {
namespace {

using forms::yaml::Node;

constexpr std::size_t most_bytes = 1u << 20;
constexpr std::size_t longest_name = 40;  // characters as a person counts them

forms::Failure fault(const std::string& file, int line, const std::string& what) {
  return {file + ":" + std::to_string(line) + ": " + what};
}

std::string scalar_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found != nullptr && found->kind == Node::Kind::scalar ? found->scalar : "";
}

forms::Result<Operator> operator_of(const Node& node, const std::string& file) {
  Operator made{scalar_of(node, "name"), false, scalar_of(node, "pin")};
  const std::string role = scalar_of(node, "role");
  made.supervisor = role == "supervisor";
  const int line = node.place.line;
  if (node.map.size() != 3) return fault(file, line, "an operator has a name, a role and a pin.");
  if (!is_operator_name(made.name)) return fault(file, line, "this name cannot be an operator's.");
  if (!made.supervisor && role != "clerk") return fault(file, line, "the role is clerk or supervisor.");
  if (!is_pin_hash(made.pin_hash)) {
    return fault(file, line, "this is no PIN as Genpyo keeps it; remove the operator and add him anew.");
  }
  return made;
}

bool is_invisible(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns_text = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                          (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
  return is_control || turns_text;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

bool is_operator_name(std::string_view name) {
  if (name.empty() || name.size() > 8 * longest_name || !forms::is_utf8(name)) return false;
  if (forms::grapheme_ends(name).size() > longest_name) return false;
  const std::vector<char32_t> letters = forms::code_points(name);
  const auto is_blank = [](char32_t c) { return c == U' ' || c == 0x3000 || c == 0xA0; };
  if (is_blank(letters.front()) || is_blank(letters.back())) return false;
  if (std::any_of(letters.begin(), letters.end(), is_invisible)) return false;
  const std::string plain = forms::plain_forms(name);
  return !std::all_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
}

forms::Result<std::vector<Operator>> parse_operators(std::string_view text, const std::string& file) {
  const forms::yaml::Reading reading = forms::yaml::parse(text, file);
  if (!reading.diagnostics.empty()) return forms::Failure{forms::to_text(reading.diagnostics.front())};
  const Node* list = reading.root.find("operators");
  const bool is_empty = list != nullptr && list->kind == Node::Kind::null;
  if (list == nullptr || reading.root.map.size() != 1 || (list->kind != Node::Kind::list && !is_empty)) {
    return fault(file, 1, "this is no file of operators; genpyo operators add makes one.");
  }
  if (list->list.size() > most_operators) return fault(file, 1, "there are more than 999 operators.");
  std::vector<Operator> operators;
  for (const Node& node : list->list) {
    auto made = operator_of(node, file);
    if (!made) return made.failure();
    const bool twice = std::any_of(operators.begin(), operators.end(),
                                   [&](const Operator& each) { return each.name == made->name; });
    if (twice) return fault(file, node.place.line, "this operator is there already.");
    operators.push_back(std::move(*made));
  }
  return operators;
}

forms::Result<std::vector<Operator>> read_operators(const std::string& path) {
  auto text = forms::read_file(path, most_bytes);
  if (!text) return text.failure();
  return parse_operators(*text, path);
}

std::string to_text(const std::vector<Operator>& operators) {
  std::string text = "# Made by genpyo operators. Whoever can write this file can come in.\noperators:\n";
  for (const Operator& each : operators) {
    text += "  - {name: " + quoted(each.name) + ", role: " + (each.supervisor ? "supervisor" : "clerk") +
            ", pin: " + quoted(each.pin_hash) + "}\n";
  }
  return text;
}

}  // namespace genpyo::session
