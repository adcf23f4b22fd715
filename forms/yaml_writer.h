// A tree of texts written as YAML that parses back to the same tree.
#pragma once
#include <string>

#include "forms/yaml.h"

namespace genpyo::forms::yaml {

// In blocks, two spaces a level; a text in quotes where it would be taken for something else.
std::string to_text(const Node& root);

// On one line: {key: "text", …}.
std::string to_line(const Node& node);

}  // namespace genpyo::forms::yaml
