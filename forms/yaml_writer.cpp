#include "forms/yaml_writer.h"

#include <algorithm>

namespace genpyo::forms::yaml {
namespace {

using Kind = Node::Kind;

// Words and figures that no reader of YAML takes for anything else.
bool is_plain(const std::string& text) {
  const auto safe = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || (byte & 0x80) != 0;
  };
  const bool begins = !text.empty() && safe(text[0]);
  return begins && !text.ends_with(' ') && text != "null" && text != "Null" && text != "NULL" && text.size() < 200 &&
         std::all_of(text.begin(), text.end(), [&](char byte) { return safe(byte) || byte == ' ' || byte == '.'; });
}

std::string quoted_text(const std::string& text) {
  if (is_plain(text)) return text;
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    if (byte == '\n') {
      out += "\\n";
    } else if (byte == '\t') {
      out += "\\t";
    } else {
      out += byte;
    }
  }
  return out + '"';
}

void write(const Node& node, std::size_t indent, bool in_list, std::string& out);

void write_value(const Node& node, std::size_t indent, std::string& out) {
  const bool nested = (node.kind == Kind::map && !node.map.empty()) || (node.kind == Kind::list && !node.list.empty());
  const bool flat = std::all_of(node.map.begin(), node.map.end(),
                                [](const auto& entry) { return entry.second.kind == Kind::scalar; });
  if (!nested || (node.kind == Kind::map && flat && node.map.size() <= 4 && to_line(node).size() <= 90)) {
    out += " " + to_line(node) + "\n";
    return;
  }
  out += "\n";
  write(node, indent + 2, false, out);
}

// `in_list`: the first line stands behind a dash that is written already.
void write(const Node& node, std::size_t indent, bool in_list, std::string& out) {
  const std::string margin(indent, ' ');
  bool first = in_list;
  for (const auto& [key, value] : node.map) {
    out += (first ? "" : margin) + quoted_text(key.scalar) + ":";
    first = false;
    write_value(value, indent, out);
  }
  for (const Node& item : node.list) {
    out += margin + "- ";
    if (item.kind == Kind::map && !item.map.empty()) {
      write(item, indent + 2, true, out);
    } else {
      out += to_line(item) + "\n";
    }
  }
}

}  // namespace

std::string to_line(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Kind::null: return "~";
    case Kind::scalar: return quoted_text(node.scalar);
    case Kind::map:
      for (const auto& [key, value] : node.map) {
        out += (out.empty() ? "" : ", ") + quoted_text(key.scalar) + ": " + to_line(value);
      }
      return "{" + out + "}";
    case Kind::list:
      for (const Node& item : node.list) out += (out.empty() ? "" : ", ") + to_line(item);
      return "[" + out + "]";
  }
  return out;
}

std::string to_text(const Node& root) {
  std::string out;
  write(root, 0, false, out);
  return out;
}

}  // namespace genpyo::forms::yaml
