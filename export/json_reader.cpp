#include "export/json_reader.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "export/json_labels.h"

namespace genpyo::exports {
namespace {

using Json = nlohmann::json;

// How deep each thing lies: in the dataset, the list of its cases, a case, what says why a cell is missing.
constexpr int dataset_depth = 1, list_depth = 2, case_depth = 3, cell_depth = 4, most_depth = 16;

// Takes the text bit by bit, and keeps nothing but the cases and the labels. Each function says whether to go on.
class Reading : public nlohmann::json_sax<Json> {
 public:
  explicit Reading(std::size_t most_bytes) : room_(most_bytes) {}

  forms::Result<DatasetRows> read(std::string_view bytes) {
    try {
      if (!Json::sax_parse(bytes.begin(), bytes.end(), this)) return forms::Failure{fault_};
    } catch (const std::exception&) {
      return forms::Failure{"there is not enough memory for it."};
    }
    if (!has_cases_) return forms::Failure{"it holds no cases. Name a dataset that export wrote."};
    read_.labels = std::move(labels_.labels);
    return std::move(read_);
  }

  bool null() override { return cell(""); }
  bool boolean(bool value) override {
    if (!in_cases_) return true;
    return fail(std::string("it holds ") + (value ? "true" : "false") + " where an answer is expected.");
  }
  bool number_integer(std::int64_t number) override {
    if (in_variables_) labels_.number(depth_, key_, number);
    return cell(std::to_string(number));
  }
  bool number_unsigned(std::uint64_t number) override {
    if (in_variables_) labels_.number(depth_, key_, static_cast<std::int64_t>(number));
    return cell(std::to_string(number));
  }
  bool number_float(double, const std::string& written) override { return cell(written); }
  bool binary(Json::binary_t&) override { return fail("it holds bytes where an answer is expected."); }

  bool string(std::string& text) override {
    if (!in_cases_ && depth_ == dataset_depth && key_ == "form_id") read_.form_id = text;
    if (in_variables_) {
      labels_.text(depth_, key_, text);
      return room_.take(sizeof(SaidLabel) + text.size()) || too_large();
    }
    if (!in_cases_ || depth_ != cell_depth) return cell(std::move(text));
    const auto kind = key_ == "missing" ? forms::missing_named(text) : std::nullopt;
    if (!kind) return fail("it says \"" + shown(text) + "\" where a missing kind is expected.");
    ReadCell& said = read_.rows.back().cells[column_];
    if (said.missing) return fail("it gives two reasons why a cell is missing.");
    said.missing = kind;
    return true;
  }

  bool start_object(std::size_t) override {
    if (++depth_ > most_depth) return too_deep();
    if (in_variables_) labels_.begin_object(depth_, key_);
    if (in_variables_) return room_.take(2 * sizeof(SaidLabel)) || too_large();
    if (!in_cases_) return true;
    if (depth_ == case_depth) return begin_case();
    return depth_ == cell_depth ? take_column() : fail("one of its cells is no answer.");
  }

  bool end_object() override {
    const int closed = depth_--;
    if (in_variables_) labels_.end_object(closed);
    if (in_cases_ && closed == case_depth) return end_case();
    const bool said = !in_cases_ || closed != cell_depth || read_.rows.back().cells[column_].missing;
    return said || fail("one of its cells says nothing.");
  }

  bool start_array(std::size_t) override {
    if (++depth_ > most_depth) return too_deep();
    if (in_cases_) return fail("a list stands where an answer is expected.");
    if (depth_ == list_depth) in_variables_ = key_ == "variables";
    if (depth_ != list_depth || key_ != "cases") return true;
    if (has_cases_) return fail("it has two lists of cases.");
    in_cases_ = has_cases_ = true;
    return true;
  }

  bool end_array() override {
    if (depth_-- == list_depth) in_variables_ = false;
    if (in_cases_) in_cases_ = false;
    return true;
  }

  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return fail("it is no JSON, or is damaged at byte " + std::to_string(position) + ". Copy it again, or export it anew.");
  }

 private:
  bool fail(const std::string& sentence) {
    if (fault_.empty()) fault_ = sentence;
    return false;
  }
  bool too_deep() { return fail("it is nested too deeply. Name a dataset that export wrote."); }
  bool too_large() { return fail("it is too large to be read. Export fewer cases at a time."); }

  static std::string shown(const std::string& text) {
    return text.size() > 40 ? std::to_string(text.size()) + " bytes" : text;
  }
  std::string where() const { return "case " + std::to_string(read_.rows.size()) + " of the list"; }

  bool begin_case() {
    if (!room_.take_row(read_.names.size())) return too_large();
    read_.rows.push_back({static_cast<int>(read_.rows.size()) + 2, std::vector<ReadCell>(read_.names.size())});
    filled_.assign(read_.names.size(), false);
    count_ = 0;
    return true;
  }

  bool end_case() {
    if (count_ == read_.names.size()) return true;
    return fail(where() + " lacks variables that the first one has.");
  }

  // The first case says which variables there are; the others have the same.
  bool take_column() {
    const bool is_first = read_.rows.size() == 1;
    const auto found = places_.find(key_);
    if (found == places_.end() && !is_first) return fail(where() + " has \"" + shown(key_) + "\", which the first one lacks.");
    column_ = found == places_.end() ? read_.names.size() : found->second;
    if (found == places_.end()) {
      if (!room_.take(sizeof(ReadCell) + 4 * key_.size())) return too_large();
      places_.emplace(key_, column_);
      read_.names.push_back(key_);
      read_.rows.back().cells.emplace_back();
      filled_.push_back(false);
    }
    if (filled_[column_]) return fail(where() + " has \"" + shown(key_) + "\" twice.");
    filled_[column_] = true;
    ++count_;
    return true;
  }

  // Else what stands outside of the cases is not kept.
  bool cell(std::string text) {
    if (!in_cases_) return true;
    if (depth_ != case_depth) return fail("something else than a case stands among its cases.");
    if (!take_column()) return false;
    if (!room_.take(text.size())) return too_large();
    read_.rows.back().cells[column_].text = std::move(text);
    return true;
  }

  RowsRoom room_;
  DatasetRows read_;
  JsonLabels labels_;
  std::unordered_map<std::string, std::size_t> places_;  // of the names
  std::vector<bool> filled_;                             // of the newest case, by variable
  std::size_t count_ = 0, column_ = 0;
  std::string key_, fault_;
  int depth_ = 0;
  bool in_variables_ = false, in_cases_ = false, has_cases_ = false;
};

}  // namespace

forms::Result<DatasetRows> read_json(std::string_view bytes, const std::string& file, std::size_t most_bytes) {
  auto read = Reading(most_bytes).read(bytes);
  if (!read) return forms::Failure{file + " cannot be read as a JSON dataset: " + read.failure().sentence};
  return read;
}

}  // namespace genpyo::exports
