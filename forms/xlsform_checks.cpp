// What pyxform refuses in a question besides its type, name and references.
#include <algorithm>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

class Check {
 public:
  Check(const Records& survey, const Record& record, const RowType& type, Draft& draft)
      : survey_(survey), record_(record), type_(type), draft_(draft) {}

  void all() {
    check_calculation();
    if (!type_.list.empty()) check_select();
    check_media();
    check_background();
    if (const auto parameters = read_parameters(survey_, record_, draft_)) {
      check_parameters(survey_, record_, type_, *parameters, draft_);
    }
  }

 private:
  void refuse(Fault fault, std::string_view key, std::string message, std::string repair) {
    draft_.findings.add(fault, survey_.place(record_, key), std::move(message), std::move(repair));
  }

  void check_calculation() {
    const bool has = record_.has("calculation") || record_.has("default");
    if (type_.word == "calculate" && !has) {
      refuse(Fault::missing_key, "type", "this calculate has no calculation.", "Write it in the column calculation.");
    }
  }

  // A big image alone has nothing that it is the big one of.
  void check_media() {
    bool image = false, big = false;
    for (const Field& field : record_.fields) {
      if (field.column->key != "media") continue;
      (field.column->header.find("big-image") != std::string::npos ? big : image) |=
          field.column->header.find("image") != std::string::npos;
    }
    if (big && !image) refuse(Fault::bad_value, "media", "a big-image stands here without an image.", "Name the image, too.");
  }

  void check_background() {
    if (record_.text("type") != "background-geopoint") return;
    if (!record_.has("trigger")) refuse(Fault::missing_key, "type", "a background-geopoint needs a trigger.", "Write ${name} in the column trigger.");
    if (record_.has("calculation")) refuse(Fault::bad_value, "calculation", "a background-geopoint has no calculation.", "Leave it blank.");
  }

  void check_select() {
    const bool one_point = std::count(type_.list.begin(), type_.list.end(), '.') == 1;
    if (type_.from_file && (!one_point || !is_choices_file(type_.list))) {
      refuse(Fault::bad_value, "type", quoted(type_.list) + " is no file of choices.", "Name a file that ends with .csv.");
    }
    if (type_.or_other && record_.has("choice_filter")) {
      refuse(Fault::bad_value, "choice_filter", "or_other and a choice_filter do not go together.",
             "Write the choice other on the sheet choices.");
    }
    const OptionList* list = draft_.list(type_.list);
    if (type_.word != "select_multiple" || list == nullptr) return;
    for (const Option& option : list->options) {
      const auto blank = draft_.renamed_options.find(option.written);
      if (blank == draft_.renamed_options.end() || option.written.find(' ') == std::string::npos) continue;
      draft_.findings.add(Fault::bad_code, option.node.place,
                          "the choice " + quoted(option.written) + " has a blank, and several may be marked.",
                          "Write _ instead: the answers are kept with blanks between them.");
    }
  }

  const Records& survey_;
  const Record& record_;
  const RowType& type_;
  Draft& draft_;
};

}  // namespace

bool is_choices_file(std::string_view name) {
  return name.ends_with(".csv") || name.ends_with(".xml") || name.ends_with(".geojson");
}

void check_question(const Records& survey, const Record& record, const RowType& type, Draft& draft) {
  Check(survey, record, type, draft).all();
}

}  // namespace genpyo::forms::xlsform
