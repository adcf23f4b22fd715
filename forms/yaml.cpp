#include "forms/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "forms/text.h"
#include "forms/yaml_places.h"

namespace genpyo::forms::yaml {
namespace {

constexpr std::size_t most_bytes = 4 << 20;
constexpr std::size_t most_nodes = 200'000;
constexpr std::size_t most_levels = 64;

// Ends the parsing from inside an event; thrown and caught in this file.
struct Stop {
  Diagnostic diagnostic;
};

// yaml-cpp counts lines and bytes from 0.
Place place_of(Places& places, const YAML::Mark& mark) {
  return mark.is_null() ? places.whole() : places.at(mark.line, mark.column);
}

// Builds the tree from yaml-cpp's events, so that no bound depends on its recursion.
class Builder final : public YAML::EventHandler {
 public:
  Builder(Places& places, Reading& reading) : places_(places), reading_(reading) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      refuse(Fault::not_yaml, mark, "a second document begins here.", "Keep one document a file.");
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(node(Node::Kind::null, mark, anchor), mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    Node scalar = node(Node::Kind::scalar, mark, anchor);
    scalar.place = places_.of_scalar(mark.line, mark.column);
    if (has_control(value) || !is_utf8(value)) {
      refuse(Fault::not_yaml, mark, "this text holds a control character.", "Remove it.");
    }
    scalar.scalar = value;
    add(std::move(scalar), mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(node(Node::Kind::list, mark, anchor), mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(node(Node::Kind::map, mark, anchor), mark);
  }
  void OnMapEnd() override {
    drop_repeated_keys(open_.back().node);
    close();
  }

 private:
  // A list or map whose end has not come yet.
  struct Open {
    Node node;
    YAML::Mark mark;
    Node key;
    bool has_key = false;
  };

  [[noreturn]] void refuse(Fault fault, const YAML::Mark& mark, std::string message,
                           std::string repair) {
    throw Stop{{fault, place_of(places_, mark), std::move(message), std::move(repair)}};
  }
  [[noreturn]] void refuse_alias(const YAML::Mark& mark) {
    refuse(Fault::not_yaml, mark, "anchors (&) and aliases (*) are not read here.",
           "Write the text out, or put it in quotes if it begins with & or *.");
  }

  // Line breaks and tabs are text; NUL and its like come only from escapes, and only to harm.
  static bool has_control(std::string_view value) {
    return std::any_of(value.begin(), value.end(), [](char byte) {
      const auto code = static_cast<unsigned char>(byte);
      return (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7F;
    });
  }

  Node node(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) refuse_alias(mark);
    if (++nodes_ > most_nodes) {
      refuse(Fault::too_large, mark, "the file has over 200,000 nodes.", "Split the form.");
    }
    Node made;
    made.kind = kind;
    made.place = place_of(places_, mark);
    return made;
  }

  void open(Node node, const YAML::Mark& mark) {
    if (open_.size() == most_levels) {
      refuse(Fault::too_large, mark, "lists and maps lie over 64 levels deep.",
             "Look for brackets that are not closed.");
    }
    open_.push_back({std::move(node), mark, {}, false});
  }

  void close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    add(std::move(closed.node), closed.mark);
  }

  void add(Node node, const YAML::Mark& mark) {
    if (open_.empty()) {
      reading_.root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Node::Kind::list) {
      parent.node.list.push_back(std::move(node));
    } else if (parent.has_key) {
      parent.node.map.emplace_back(std::move(parent.key), std::move(node));
      parent.has_key = false;
    } else {
      if (node.kind != Node::Kind::scalar) {
        refuse(Fault::not_yaml, mark, "this key is no text.", "Write key: value, the key a word.");
      }
      parent.key = std::move(node);
      parent.has_key = true;
    }
  }

  void drop_repeated_keys(Node& map) {
    std::unordered_map<std::string, int> lines;
    std::erase_if(map.map, [&](const std::pair<Node, Node>& entry) {
      const auto [first, is_new] = lines.try_emplace(entry.first.scalar, entry.first.place.line);
      if (is_new) return false;
      reading_.diagnostics.push_back({Fault::duplicate_name, entry.first.place,
                                      "the key " + quoted(entry.first.scalar) +
                                          " stands here a second time (first on line " +
                                          std::to_string(first->second) + ").",
                                      "Remove one of the two."});
      return true;
    });
  }

  Places& places_;
  Reading& reading_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

// yaml-cpp's messages are terse; what most often is wrong in a form is said besides.
std::string repair_of(std::string_view line) {
  std::string repair = "Check the indentation, the quotes and the brackets here";
  const bool in_brackets = line.find("${") != std::string_view::npos;
  if (in_brackets) repair += "; within { } an expression with ${…} needs quotes";
  return repair + ".";
}

Diagnostic not_text(std::string_view text, std::string_view file, std::size_t at,
                    std::string message) {
  const auto lines = std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
  return {Fault::not_yaml,
          {std::string(file), static_cast<int>(lines) + 1, 0},
          std::move(message),
          "Save the file as UTF-8 text."};
}

// The start of the first line that is not UTF-8, or npos.
std::size_t first_broken_line(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    if (!is_utf8(text.substr(begin, end - begin))) return begin;
    begin = end;
  }
  return std::string_view::npos;
}

// What can be told before parsing. Brackets and commas are counted because yaml-cpp's scanner
// queues a whole bracketed line before its first event: a bound on nodes alone comes too late.
std::vector<Diagnostic> refused_unread(std::string_view text, std::string_view file) {
  const Place whole{std::string(file), 0, 0};
  if (text.size() > most_bytes) {
    return {{Fault::too_large, whole, "the file is larger than 4 MiB.", "Split the form."}};
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return {not_text(text, file, nul, "a NUL byte: this is not text.")};
  }
  if (const auto broken = first_broken_line(text); broken != std::string_view::npos) {
    return {not_text(text, file, broken, "this line is not UTF-8.")};
  }
  const auto signs = std::count_if(text.begin(), text.end(), [](char byte) {
    return byte == '[' || byte == '{' || byte == ',';
  });
  if (static_cast<std::size_t>(signs) > 2 * most_nodes) {
    return {{Fault::too_large, whole, "the file has over 400,000 brackets and commas.",
             "Split the form."}};
  }
  return {};
}

}  // namespace

Node::Node() = default;
Node::Node(const Node&) = default;
Node::Node(Node&&) noexcept = default;
Node& Node::operator=(const Node&) = default;
Node& Node::operator=(Node&&) noexcept = default;
Node::~Node() = default;

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(map.begin(), map.end(),
                                  [key](const auto& entry) { return entry.first.scalar == key; });
  return found == map.end() ? nullptr : &found->second;
}

Reading parse(std::string_view text, std::string_view file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Reading reading;
  reading.diagnostics = refused_unread(text, file);
  if (!reading.diagnostics.empty()) return reading;
  Places places(text, file);
  const auto give_up = [&reading](Diagnostic diagnostic) {
    reading.root = {};
    reading.diagnostics = {std::move(diagnostic)};
  };
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    Builder builder(places, reading);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop& stop) {
    give_up(stop.diagnostic);
  } catch (const YAML::Exception& error) {
    give_up({Fault::not_yaml, place_of(places, error.mark),
             "this is not YAML: " + quoted(error.msg) + ".",
             repair_of(places.line(error.mark.line))});
  } catch (const std::exception& error) {
    give_up({Fault::not_yaml,
             {std::string(file), 0, 0},
             "this cannot be read: " + quoted(error.what()) + ".",
             "Split the form."});
  }
  return reading;
}

}  // namespace genpyo::forms::yaml
