#include "export/json_labels.h"

#include <iterator>
#include <utility>

namespace genpyo::exports {
namespace {

// Within the list: a variable, its label, one of its codes, that one's label.
constexpr int variable_depth = 3, words_depth = 4, code_depth = 5, code_words_depth = 6;

}  // namespace

void JsonLabels::begin_object(int depth, const std::string& key) {
  if (depth == words_depth || depth == code_words_depth) part_ = key;
}

void JsonLabels::text(int depth, const std::string& key, const std::string& text) {
  if (depth == variable_depth && key == "name") name_ = text;
  if (depth == words_depth && part_ == "label") label_[key] = text;
  if (depth == code_words_depth && part_ == "label") code_label_[key] = text;
}

void JsonLabels::number(int depth, const std::string& key, std::int64_t number) {
  if (depth == code_depth && key == "code") code_ = number;
}

void JsonLabels::end_object(int depth) {
  if (depth == code_depth) {
    codes_.push_back({"", std::exchange(code_, 0), forms::Label(std::exchange(code_label_, {}))});
  } else if (depth == variable_depth) {
    for (SaidLabel& code : codes_) code.variable = name_;
    labels.push_back({std::exchange(name_, {}), {}, forms::Label(std::exchange(label_, {}))});
    labels.insert(labels.end(), std::make_move_iterator(codes_.begin()), std::make_move_iterator(codes_.end()));
    codes_.clear();
  }
}

}  // namespace genpyo::exports
