// Encoding: the JSON in which the journal keeps a mark's content and case_pass its snapshot. The
// shapes are described in schema.cpp. Reading gives nothing for JSON that writing cannot have made.
#pragma once
#include <optional>
#include <string>

#include "store/snapshot.h"

namespace genpyo::store {

struct Content {
  forms::Value value = forms::Missing::not_keyed;
  forms::Codes several;  // where the value is Missing::several_marks
};

std::string encode_content(const forms::Value& value, const forms::Codes& several);
std::optional<Content> decode_content(const std::string& json);

// Marks, notes, confirmed and overridden; decoding leaves the other fields at their defaults.
std::string encode(const Snapshot& snapshot);
std::optional<Snapshot> decode(const std::string& json);

}  // namespace genpyo::store
