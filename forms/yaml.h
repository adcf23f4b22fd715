// YAML as a tree of texts with places. Scalars stay text ("01" is "01", "no" is "no"): what a
// text means is decided by who reads it. The only room that knows yaml-cpp.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/diagnostic.h"

namespace genpyo::forms::yaml {

struct Node {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  Place place;
  std::string scalar;
  std::vector<Node> list;
  std::vector<std::pair<Node, Node>> map;  // in the order of the file

  // Defined where a pair of nodes is complete: clang asks for it.
  Node();
  Node(const Node&);
  Node(Node&&) noexcept;
  Node& operator=(const Node&);
  Node& operator=(Node&&) noexcept;
  ~Node();

  const Node* find(std::string_view key) const;  // null when this is no map or has no such key
};

struct Reading {
  Node root;
  std::vector<Diagnostic> diagnostics;  // FORM-001, FORM-006 (a key twice), FORM-020
};

// Bounded: 4 MiB of text, 64 levels deep, 200,000 nodes; aliases are refused.
Reading parse(std::string_view text, std::string_view file);

}  // namespace genpyo::forms::yaml
