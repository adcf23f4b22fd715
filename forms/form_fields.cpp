#include "forms/form_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

using Kind = yaml::Node::Kind;

// A grid hands its texts down to every row: without a bound, a small file could fill the memory.
constexpr std::size_t longest_text = 4'096;

constexpr std::array booleans = {"false"sv, "no"sv, "true"sv, "yes"sv};
constexpr std::array severities = {"soft"sv, "hard"sv};
constexpr std::array sources = {"S"sv, "P"sv, "I"sv};

std::string_view in_words(Kind kind) {
  switch (kind) {
    case Kind::null: return "no value";
    case Kind::scalar: return "a text";
    case Kind::list: return "a list";
    case Kind::map: return "a map";
  }
  return "";
}

std::string_view how_to_write(Kind kind) {
  switch (kind) {
    case Kind::null: return "";
    case Kind::scalar: return "Write one text, in quotes if it holds : or #.";
    case Kind::list: return "Write its parts line by line, each after \"- \".";
    case Kind::map: return "Write it as \"key: value\" lines, or {key: value, …}.";
  }
  return "";
}

std::string key_of(std::string_view key, const std::string& subject) {
  return "the " + std::string(key) + " of " + subject;
}

bool is_name(std::string_view name) {
  const auto letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  if (name.empty() || !letter(name[0])) return false;
  return std::all_of(name.begin(), name.end(), [&](char byte) {
    return letter(byte) || (byte >= '0' && byte <= '9') || byte == '_';
  });
}

}  // namespace

Findings::Findings(std::vector<Diagnostic> found) : diagnostics(std::move(found)) {
  for (const Diagnostic& each : diagnostics) ++(each.level == Level::error ? errors_ : warnings_);
}

void Findings::add(Fault fault, const Place& place, std::string message, std::string repair) {
  if (full()) return;
  diagnostics.push_back({fault, place, std::move(message), std::move(repair)});
  ++errors_;
}

void Findings::warn(Fault fault, const Place& place, std::string message, std::string repair) {
  if (warnings_ >= most) return;
  diagnostics.push_back({fault, place, std::move(message), std::move(repair), Level::warning});
  ++warnings_;
}

void Findings::tell_that_there_are_more(std::string_view file) {
  const Place place{std::string(file), 0, 0};
  if (full()) {
    diagnostics.push_back({Fault::too_large, place, "there are 1,000 faults or more; the rest are not told.",
                           "Repair these and check again."});
  } else if (warnings_ >= most) {
    diagnostics.push_back({Fault::too_large, place, "there are 1,000 warnings or more; the rest are not told.",
                           "Look at these and check again.", Level::warning});
  }
}

void Names::add(const std::string& name, const Place& place, Findings& findings) {
  const auto [first, is_new] = lines_.try_emplace(name, place.line);
  if (is_new) return;
  findings.add(
      Fault::duplicate_name, place,
      "the name " + quoted(name) + " is taken (line " + std::to_string(first->second) + ").",
      "Choose another.");
}

void Names::add_unknown(Fault fault, const yaml::Node& word, std::string message,
                        std::string otherwise, Findings& findings) const {
  if (findings.full()) return;  // before the search, which is the costly part
  std::vector<std::string> candidates;
  for (const auto& [name, line] : lines_) candidates.push_back(name);
  std::string repair = std::move(otherwise);
  if (const std::string near = nearest(word.scalar, candidates); !near.empty()) {
    repair = "Did you mean " + quoted(near) + " (line " + std::to_string(lines_.at(near)) + ")?";
  }
  findings.add(fault, word.place, std::move(message), std::move(repair));
}

std::string suggestion(std::string_view word, Words allowed) {
  const std::string near = nearest(word, {allowed.begin(), allowed.end()});
  if (!near.empty()) return "Did you mean " + quoted(near) + "?";
  std::string all;
  for (const std::string_view one : allowed) {
    all += all.empty() ? "" : ", ";
    all += one;
  }
  return "Write one of: " + all + ".";
}

void check_name(const yaml::Node& name, std::size_t longest, Findings& findings) {
  if (name.scalar.size() <= longest && is_name(name.scalar)) return;
  findings.add(Fault::illegal_name, name.place,
               "the name " + quoted(name.scalar) + " is not legal.",
               "Write small letters, digits and _, a letter first, at most " +
                   std::to_string(longest) + " in all.");
}

std::string subject_of(std::string_view kind, const yaml::Node& node, std::string_view key) {
  const yaml::Node* name = node.find(key);
  if (name == nullptr || name->kind != Kind::scalar) return "this " + std::string(kind);
  return std::string(kind) + " " + quoted(name->scalar);
}

Fields::Fields(const yaml::Node& node, std::string subject, Words keys, Findings& findings)
    : node_(node), subject_(std::move(subject)), findings_(findings) {
  if (node.kind != Kind::map) {
    findings.add(Fault::wrong_kind, node.place,
                 subject_ + " is " + std::string(in_words(node.kind)) + " where a map belongs.",
                 std::string(how_to_write(Kind::map)));
  }
  for (const auto& [key, value] : node.map) {
    if (std::find(keys.begin(), keys.end(), key.scalar) != keys.end()) continue;
    if (findings.full()) break;
    findings.add(Fault::unknown_key, key.place,
                 subject_ + " has an unknown key " + quoted(key.scalar) + ".",
                 suggestion(key.scalar, keys));
  }
}

const yaml::Node* Fields::value(std::string_view key, Presence presence) const {
  const yaml::Node* found = node_.find(key);
  if (found == nullptr && presence == Presence::required && node_.kind == Kind::map) {
    findings_.add(Fault::missing_key, node_.place, subject_ + " has no " + std::string(key) + ".",
                  "Add the key " + quoted(key) + ".");
  }
  return found;
}

void Fields::wrong_kind(const yaml::Node& node, std::string_view key, Kind wanted) const {
  findings_.add(Fault::wrong_kind, node.place,
                key_of(key, subject_) + " is " + std::string(in_words(node.kind)) + " where " +
                    std::string(in_words(wanted)) + " belongs.",
                std::string(how_to_write(wanted)));
}

const yaml::Node* Fields::of_kind(std::string_view key, Presence presence, Kind kind) const {
  const yaml::Node* found = value(key, presence);
  if (found == nullptr || found->kind == kind) return found;
  wrong_kind(*found, key, kind);
  return nullptr;
}

bool Fields::fits(std::size_t bytes, const Place& place, std::string_view key) const {
  if (bytes <= longest_text) return true;
  findings_.add(Fault::too_large, place, key_of(key, subject_) + " is longer than 4,096 bytes.",
                "Shorten it.");
  return false;
}

const yaml::Node* Fields::scalar(std::string_view key, Presence presence) const {
  const yaml::Node* found = of_kind(key, presence, Kind::scalar);
  if (found == nullptr || !fits(found->scalar.size(), found->place, key)) return nullptr;
  if (found->scalar.empty() && presence == Presence::required) {
    findings_.add(Fault::missing_key, found->place, key_of(key, subject_) + " is empty.",
                  "Write it after \"" + std::string(key) + ":\".");
    return nullptr;
  }
  return found;
}

const yaml::Node* Fields::list(std::string_view key, Presence presence) const {
  const yaml::Node* found = of_kind(key, presence, Kind::list);
  if (found != nullptr && found->list.empty() && presence == Presence::required) {
    findings_.add(Fault::missing_key, found->place,
                  "there is nothing in " + key_of(key, subject_) + ".", "Add at least one.");
  }
  return found;
}

std::string Fields::text(std::string_view key, Presence presence) const {
  const yaml::Node* found = scalar(key, presence);
  return found == nullptr ? "" : found->scalar;
}

std::string Fields::name(std::string_view key, std::size_t longest) const {
  const yaml::Node* found = scalar(key, Presence::required);
  if (found == nullptr) return "";
  check_name(*found, longest, findings_);
  return found->scalar;
}

void Fields::add_text(const yaml::Node& language, const yaml::Node& text, std::string_view key,
                      std::map<std::string, std::string>& texts) const {
  const auto& known = findings_.languages;
  if (!known.empty() && std::find(known.begin(), known.end(), language.scalar) == known.end()) {
    findings_.add(
        Fault::unknown_key, language.place,
        key_of(key, subject_) + " has a language " + quoted(language.scalar) +
            " that the title lacks.",
        suggestion(language.scalar, std::vector<std::string_view>(known.begin(), known.end())));
  } else if (text.kind == Kind::scalar) {
    texts[language.scalar] = text.scalar;
  } else {
    wrong_kind(text, key, Kind::scalar);
  }
}

Label Fields::label(std::string_view key, Presence presence) const {
  const yaml::Node* found = of_kind(key, presence, Kind::map);
  if (found == nullptr) return {};
  std::map<std::string, std::string> texts;
  std::size_t bytes = 0;
  for (const auto& [language, text] : found->map) {
    bytes += language.scalar.size() + text.scalar.size();
    if (!fits(bytes, text.place, key)) return {};
    add_text(language, text, key, texts);
  }
  for (const std::string& language : findings_.languages) {
    const yaml::Node* text = found->find(language);
    const bool empty = text != nullptr && text->kind == Kind::scalar && text->scalar.empty();
    if (text != nullptr && !empty) continue;
    findings_.add(Fault::missing_label, found->place,
                  key_of(key, subject_) + " lacks the language " + quoted(language) + ".",
                  "Add " + language + ": …, since the title has it.");
  }
  return Label(std::move(texts));
}

Rule Fields::rule(std::string_view key, Presence presence) const {
  const yaml::Node* found = scalar(key, presence);
  return found == nullptr ? Rule{} : Rule{found->scalar, found->place};
}

std::vector<const yaml::Node*> Fields::texts(std::string_view key) const {
  std::vector<const yaml::Node*> texts;
  const yaml::Node* found = list(key, Presence::optional);
  if (found == nullptr) return texts;
  for (const yaml::Node& one : found->list) {
    if (one.kind != Kind::scalar) {
      wrong_kind(one, key, Kind::scalar);
    } else if (fits(one.scalar.size(), one.place, key)) {
      texts.push_back(&one);
    }
  }
  return texts;
}

std::size_t Fields::word(std::string_view key, Words allowed, std::size_t otherwise) const {
  const yaml::Node* found = scalar(key, Presence::optional);
  if (found == nullptr) return otherwise;
  const auto at = std::find(allowed.begin(), allowed.end(), found->scalar);
  if (at != allowed.end()) return static_cast<std::size_t>(at - allowed.begin());
  findings_.add(Fault::bad_value, found->place,
                key_of(key, subject_) + " cannot be " + quoted(found->scalar) + ".",
                suggestion(found->scalar, allowed));
  return otherwise;
}

bool Fields::flag(std::string_view key) const { return word(key, booleans, 0) >= 2; }

Severity Fields::severity(std::string_view key, Severity otherwise) const {
  return static_cast<Severity>(word(key, severities, static_cast<std::size_t>(otherwise)));
}

Source Fields::source(Source otherwise) const {
  constexpr std::array meaning = {Source::report, Source::published, Source::inferred};
  const std::size_t at = word("source", sources, meaning.size());
  return at < meaning.size() ? meaning[at] : otherwise;
}

int Fields::figure(std::string_view key, int lowest, int highest, int otherwise) const {
  const yaml::Node* found = scalar(key, Presence::optional);
  if (found == nullptr) return otherwise;
  const std::string& text = found->scalar;
  int figure = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), figure);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (whole && figure >= lowest && figure <= highest) return figure;
  findings_.add(
      Fault::bad_value, found->place, key_of(key, subject_) + " cannot be " + quoted(text) + ".",
      "Write a number from " + std::to_string(lowest) + " to " + std::to_string(highest) + ".");
  return otherwise;
}

}  // namespace genpyo::forms
