// The sheet entities, and what save_to on the sheet survey says of it. Nothing is made of them here;
// what pyxform refuses is refused, so that one workbook serves both.
#include <algorithm>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

class Declarations {
 public:
  Declarations(const Records& entities, Draft& draft) : entities_(entities), draft_(draft) {}

  void check() {
    for (const Record& record : entities_.all()) check(record);
  }

 private:
  void refuse(Fault fault, const Record& record, std::string_view key, std::string message, std::string repair) {
    draft_.findings.add(fault, entities_.place(record, key), std::move(message), std::move(repair));
  }

  void check(const Record& record) {
    for (const Field& field : record.fields) {
      if (!field.column->key.empty()) continue;
      draft_.findings.add(Fault::unknown_key, entities_.place(record.row, field.column->column),
                          "the sheet entities has no column " + quoted(field.column->header) + ".",
                          "Its columns are list_name, label, entity_id, create_if and update_if.");
    }
    check_name(record);
    const bool id = record.has("entity_id"), create = record.has("create_if"), update = record.has("update_if");
    if (!id && update) refuse(Fault::missing_key, record, "update_if", "who updates an entity must say which.", "Write its entity_id.");
    if (id && create && !update) refuse(Fault::missing_key, record, "create_if", "with entity_id and create_if an update_if is needed.", "Write it.");
    if (!id && !record.has("label")) refuse(Fault::missing_key, record, "dataset", "an entity that is made needs a label.", "Write it in the column label.");
  }

  void check_name(const Record& record) {
    const std::string name = record.text("dataset");
    if (name.empty()) return refuse(Fault::missing_key, record, "dataset", "this entity list has no name.", "Write it in the column list_name.");
    if (name.starts_with("__") || name.find('.') != std::string::npos || !is_xml_name(name)) {
      refuse(Fault::illegal_name, record, "dataset", "the name " + quoted(name) + " is not legal.",
             "Write letters, digits, _ and -, a letter first.");
    }
    if (!draft_.entities.insert(name).second) {
      refuse(Fault::duplicate_name, record, "dataset", "the entity list " + quoted(name) + " stands here a second time.", "Declare it once.");
    }
  }

  const Records& entities_;
  Draft& draft_;
};

class Savings {
 public:
  Savings(const Records& survey, Draft& draft) : survey_(survey), draft_(draft) {}

  void check() {
    for (const Record& record : survey_.all()) {
      if (record.has("save_to") && !is_yes(record.text("disabled"))) check(record);
    }
  }

 private:
  void refuse(Fault fault, const Record& record, std::string message, std::string repair) {
    draft_.findings.add(fault, survey_.place(record, "save_to"), std::move(message), std::move(repair));
  }

  void check(const Record& record) {
    const std::string written = record.text("save_to");
    const std::size_t hash = written.find('#');
    const std::string list = hash == std::string::npos ? "" : written.substr(0, hash);
    const std::string name = hash == std::string::npos ? written : written.substr(hash + 1);
    const auto kind = row_type(record.text("type")).kind;
    if (draft_.entities.empty()) {
      refuse(Fault::unknown_name, record, "nothing is declared that " + quoted(written) + " could be saved to.", "Add a sheet entities.");
    } else if (hash == std::string::npos && draft_.entities.size() > 1) {
      refuse(Fault::unknown_name, record, "which entity list " + quoted(written) + " belongs to is not said.", "Write list#" + written + ".");
    } else if (hash != std::string::npos && draft_.entities.count(list) == 0) {
      refuse(Fault::unknown_name, record, "there is no entity list " + quoted(list) + ".", "Declare it on the sheet entities.");
    } else if (kind != RowType::Kind::question) {
      refuse(Fault::bad_value, record, "a group or repeat is no property of an entity.", "Move it to a question.");
    } else if (snake(name) == "name" || snake(name) == "label" || name.starts_with("__") || !is_xml_name(name)) {
      refuse(Fault::illegal_name, record, "the property " + quoted(name) + " is not legal.",
             "Write letters, digits, _ and -, a letter first; name and label are taken.");
    } else if (!saved_.insert(list + "#" + name).second) {
      refuse(Fault::duplicate_name, record, "the property " + quoted(name) + " is saved a second time.", "Save it once.");
    }
  }

  const Records& survey_;
  Draft& draft_;
  std::set<std::string> saved_;
};

}  // namespace

void check_entities(const Records& entities, const Records& survey, Draft& draft) {
  Declarations(entities, draft).check();
  Savings(survey, draft).check();
}

}  // namespace genpyo::forms::xlsform
