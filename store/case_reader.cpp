#include "store/case_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "store/encoding.h"
#include "store/plain_snapshot.h"

namespace genpyo::store {
namespace {

using forms::ItemIndex;
using simdjson::dom::element;
using simdjson::dom::element_type;
using Reading = CaseReader::Reading;

// The items by name: a snapshot has them in this order, so the next one asked for is nearly always
// the next one here.
class Names {
 public:
  explicit Names(const forms::Form& form) {
    for (ItemIndex item = 0; item < form.items.size(); ++item) names_.emplace_back(form.items[item].name, item);
    std::sort(names_.begin(), names_.end());
  }

  void restart() { next_ = 0; }

  const ItemIndex* find(std::string_view name) {
    while (next_ < names_.size() && names_[next_].first < name) ++next_;
    if (next_ < names_.size() && names_[next_].first == name) return &names_[next_++].second;
    const auto found = std::lower_bound(names_.begin(), names_.end(), name,
                                        [](const auto& each, std::string_view wanted) { return each.first < wanted; });
    return found != names_.end() && found->first == name ? &found->second : nullptr;
  }

 private:
  std::vector<std::pair<std::string_view, ItemIndex>> names_;
  std::size_t next_ = 0;
};

bool read_codes(const element& written, forms::Value& value) {
  simdjson::dom::array listed;
  if (written.get(listed) != simdjson::SUCCESS) return false;
  forms::Codes codes;
  for (const element each : listed) {
    std::int64_t code = 0;
    if (each.get(code) != simdjson::SUCCESS || code < std::numeric_limits<int>::min() ||
        code > std::numeric_limits<int>::max()) {
      return false;
    }
    codes.push_back(static_cast<int>(code));
  }
  if (codes.empty()) return false;
  value = std::move(codes);
  return true;
}

// What is no answer, a date and whatever else has a name is read where it is written: in encoding.cpp.
bool read_named(const element& written, forms::Mark& mark) {
  auto content = decode_content(simdjson::minify(written));
  if (!content) return false;
  mark.content = std::move(content->value);
  mark.several = std::move(content->several);
  return true;
}

bool is_blank(const element& written) {
  simdjson::dom::object object;
  std::string_view word;
  return written.get(object) == simdjson::SUCCESS && object.size() == 1 && object["missing"].get(word) == simdjson::SUCCESS && word == "no_answer";
}

bool read_content(const element& written, forms::Mark& mark) {
  switch (written.type()) {
    case element_type::INT64: mark.content = written.get_int64().value_unsafe(); return true;
    case element_type::STRING: mark.content = std::string(written.get_string().value_unsafe()); return true;
    case element_type::ARRAY: return read_codes(written, mark.content);
    case element_type::OBJECT:
      if (!is_blank(written)) return read_named(written, mark);
      mark.content = forms::Missing::no_answer;  // the one that half of a file consists of
      return true;
    default: return false;
  }
}

bool read_mark(const element& written, forms::Mark& mark) {
  std::string_view raw;
  element content;
  if (written["raw"].get(raw) != simdjson::SUCCESS || written["content"].get(content) != simdjson::SUCCESS) {
    return false;
  }
  mark.raw = raw;
  return read_content(content, mark);
}

}  // namespace

class CaseReader::Parsing {
 public:
  explicit Parsing(const forms::Form& form) : plain_(form), names_(form), items_(form.items.size()) {}

  Reading read(std::string_view snapshot, forms::Case& into) {
    if (plain_.read(snapshot, into)) return Reading::whole;
    clear(into);
    const std::size_t size = snapshot.size();
    padded_.assign(snapshot);
    padded_.resize(size + simdjson::SIMDJSON_PADDING);
    element root;
    if (parser_.parse(padded_.data(), size, false).get(root) != simdjson::SUCCESS) return Reading::damaged;
    Reading reading = read_marks(root["marks"], into);
    if (reading == Reading::whole) reading = read_notes(root["notes"], into);
    if (reading == Reading::whole && !read_keys(root, into)) reading = Reading::damaged;
    return reading;
  }

 private:
  using Part = simdjson::simdjson_result<element>;

  void clear(forms::Case& into) const {
    into.marks.assign(items_, forms::Mark{});
    into.notes.clear();
    into.confirmed.clear();
    into.overridden.clear();
  }

  Reading read_marks(const Part& part, forms::Case& into) {
    simdjson::dom::object marks;
    if (part.get(marks) != simdjson::SUCCESS) return Reading::damaged;
    names_.restart();
    for (const auto& [name, written] : marks) {
      const ItemIndex* item = names_.find(name);
      if (item == nullptr) return Reading::other_form;
      if (!read_mark(written, into.marks[*item])) return Reading::damaged;
    }
    return Reading::whole;
  }

  Reading read_notes(const Part& part, forms::Case& into) {
    simdjson::dom::object notes;
    if (part.get(notes) != simdjson::SUCCESS) return Reading::damaged;
    names_.restart();
    for (const auto& [name, written] : notes) {
      const ItemIndex* item = names_.find(name);
      std::string_view text;
      if (item == nullptr) return Reading::other_form;
      if (written.get(text) != simdjson::SUCCESS) return Reading::damaged;
      into.notes.emplace(*item, text);
    }
    return Reading::whole;
  }

  static bool read_keys(const element& root, forms::Case& into) {
    simdjson::dom::array confirmed;
    simdjson::dom::object overridden;
    if (root["confirmed"].get(confirmed) != simdjson::SUCCESS ||
        root["overridden"].get(overridden) != simdjson::SUCCESS) {
      return false;
    }
    std::string_view text;
    for (const element key : confirmed) {
      if (key.get(text) != simdjson::SUCCESS) return false;
      into.confirmed.emplace(text);
    }
    for (const auto& [key, reason] : overridden) {
      if (reason.get(text) != simdjson::SUCCESS) return false;
      into.overridden.emplace(key, text);
    }
    return true;
  }

  PlainSnapshot plain_;
  Names names_;
  std::size_t items_;
  simdjson::dom::parser parser_;
  std::string padded_;  // simdjson reads ahead of the end
};

CaseReader::CaseReader(const forms::Form& form) : parsing_(std::make_unique<Parsing>(form)) {}
CaseReader::~CaseReader() = default;

Reading CaseReader::read(std::string_view snapshot, forms::Case& into) {
  return parsing_->read(snapshot, into);
}

}  // namespace genpyo::store
