#include "store/encoding.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace genpyo::store {
namespace {

using nlohmann::json;

std::optional<std::int64_t> figure_of(const json& number) {
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  if (number.is_number_unsigned() && number.get<std::uint64_t>() > largest) return std::nullopt;
  return number.is_number_integer() ? std::optional(number.get<std::int64_t>()) : std::nullopt;
}

std::optional<forms::Codes> codes_of(const json& array) {
  if (!array.is_array()) return std::nullopt;
  forms::Codes codes;
  for (const json& element : array) {
    const auto code = figure_of(element);
    if (!code || *code < std::numeric_limits<int>::min() ||
        *code > std::numeric_limits<int>::max()) {
      return std::nullopt;
    }
    codes.push_back(static_cast<int>(*code));
  }
  return codes;
}

std::optional<Content> date_of(const json& written) {
  if (!written.is_string()) return std::nullopt;
  const auto date = forms::read_edtf(written.get_ref<const std::string&>());
  return date ? std::optional(Content{*date, {}}) : std::nullopt;
}

// Exactly as it is written: a number of JSON would be read as a double.
std::optional<Content> decimal_of(const json& written) {
  if (!written.is_string()) return std::nullopt;
  const auto decimal = forms::read_decimal(written.get_ref<const std::string&>());
  return decimal ? std::optional(Content{*decimal, {}}) : std::nullopt;
}

std::optional<Content> missing_of(const json& object) {
  const auto named = object.find("missing");
  if (named == object.end() || !named->is_string()) return std::nullopt;
  const auto kind = forms::missing_named(named->get_ref<const std::string&>());
  if (!kind) return std::nullopt;
  Content content{*kind, {}};
  if (const auto several = object.find("codes"); several != object.end()) {
    auto codes = codes_of(*several);
    if (!codes) return std::nullopt;
    content.several = std::move(*codes);
  }
  return content;
}

json json_of(const forms::Value& value, const forms::Codes& several) {
  if (const auto* figure = std::get_if<std::int64_t>(&value)) return *figure;
  if (const auto* codes = std::get_if<forms::Codes>(&value)) return *codes;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<forms::PartialDate>(&value)) {
    return {{"date", forms::edtf(*date)}};
  }
  if (const auto* decimal = std::get_if<forms::Decimal>(&value)) {
    return {{"decimal", forms::plain_text(*decimal)}};
  }
  json object = {{"missing", forms::name_of(std::get<forms::Missing>(value))}};
  if (!several.empty()) object["codes"] = several;
  return object;
}

std::optional<Content> content_of(const json& written) {
  if (written.is_object()) {
    const auto decimal = written.find("decimal");
    if (decimal != written.end()) return decimal_of(*decimal);
    const auto date = written.find("date");
    return date != written.end() ? date_of(*date) : missing_of(written);
  }
  if (written.is_string()) return Content{written.get<std::string>(), {}};
  if (written.is_array()) {
    auto codes = codes_of(written);
    if (!codes || codes->empty()) return std::nullopt;
    return Content{std::move(*codes), {}};
  }
  const auto figure = figure_of(written);
  if (!figure) return std::nullopt;
  return Content{*figure, {}};
}

std::optional<forms::Mark> mark_of(const json& written) {
  if (!written.is_object() || !written.contains("content") || !written.contains("raw") ||
      !written["raw"].is_string()) {
    return std::nullopt;
  }
  auto content = content_of(written["content"]);
  if (!content) return std::nullopt;
  return forms::Mark{std::move(content->value), std::move(content->several),
                     written["raw"].get<std::string>()};
}

bool read_texts(const json& object, std::map<std::string, std::string>& texts) {
  for (const auto& [name, text] : object.items()) {
    if (!text.is_string()) return false;
    texts.emplace(name, text.get<std::string>());
  }
  return true;
}

bool has_all_parts(const json& root) {
  if (!root.is_object()) return false;
  for (const char* part : {"marks", "notes", "overridden"}) {
    if (!root.contains(part) || !root[part].is_object()) return false;
  }
  return root.contains("confirmed") && root["confirmed"].is_array();
}

// Without spaces, keys in order. Text is looked at before it is kept, so a byte that is not UTF-8
// can only be an intruder's: it must not keep an audit from its end.
std::string written(const json& root) {
  return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string encode_content(const forms::Value& value, const forms::Codes& several) {
  return written(json_of(value, several));
}

std::optional<Content> decode_content(const std::string& text) {
  return content_of(json::parse(text, nullptr, false));
}

std::string encode(const Snapshot& snapshot) {
  json marks = json::object();
  for (const auto& [name, mark] : snapshot.marks) {
    marks[name] = {{"content", json_of(mark.content, mark.several)}, {"raw", mark.raw}};
  }
  const json root = {{"marks", std::move(marks)},
                     {"notes", snapshot.notes},
                     {"confirmed", snapshot.confirmed},
                     {"overridden", snapshot.overridden}};
  return written(root);
}

std::optional<Snapshot> decode(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (!has_all_parts(root)) return std::nullopt;
  Snapshot snapshot;
  for (const auto& [name, written] : root["marks"].items()) {
    auto mark = mark_of(written);
    if (!mark) return std::nullopt;
    snapshot.marks.emplace(name, std::move(*mark));
  }
  for (const json& key : root["confirmed"]) {
    if (!key.is_string()) return std::nullopt;
    snapshot.confirmed.insert(key.get<std::string>());
  }
  if (!read_texts(root["notes"], snapshot.notes) ||
      !read_texts(root["overridden"], snapshot.overridden)) {
    return std::nullopt;
  }
  return snapshot;
}

}  // namespace genpyo::store
