#include "export/xlsform_writer.h"

#include <algorithm>
#include <array>
#include <map>

#include "export/workbook.h"
#include "forms/text.h"
#include "forms/xlsform_languages.h"
#include "forms/yaml_writer.h"

namespace genpyo::exports {
namespace {

using forms::yaml::Node;
using Kind = Node::Kind;

// A sheet while it grows: columns come as they are needed.
struct Sheet {
  std::vector<std::string> columns;
  std::vector<std::map<std::string, std::string>> rows;

  void put(const std::string& column, const std::string& text) {
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    rows.back()[column] = text;
  }
};

const std::vector<std::string>& plain_keys() {
  static const std::vector<std::string> keys = {"relevant", "required", "constraint", "calculation", "default",
                                                "choice_filter", "read_only", "appearance", "parameters",
                                                "repeat_count"};
  return keys;
}
bool is_one_of(const std::string& key, const std::vector<std::string>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A cell's worth of a text at a time; a cut never falls beside a blank, which a reader would trim.
std::vector<std::string> in_cells(std::string text) {
  constexpr std::size_t most = 30'000;
  std::vector<std::string> cells;
  while (text.size() > most) {
    std::size_t cut = most;
    const auto bad = [&] { return (text[cut] & 0xC0) == 0x80 || text[cut] == ' ' || text[cut - 1] == ' '; };
    while (cut > 1 && bad()) --cut;
    cells.push_back(text.substr(0, cut));
    text.erase(0, cut);
  }
  cells.push_back(std::move(text));
  return cells;
}

forms::Failure with_last_name(forms::Failure failure, const WholeFile& file) {
  const auto at = failure.sentence.find(file.part_path());
  if (at != failure.sentence.npos) failure.sentence.replace(at, file.part_path().size(), file.path());
  return failure;
}

class Writer {
 public:
  explicit Writer(const Node& root) : root_(root) {
    survey_.columns = {"type", "name"};
    choices_.columns = {"list_name", "name"};
  }

  forms::Result<WrittenXlsform> write(const WholeFile& whole) {
    for (const Node& section : list_of(root_, "survey")) add_group(section, "section", "group");
    add_choices();
    add_settings();
    WorkbookFile file(whole.part_path(), {.in_place = true});
    add_sheet(file, "survey", survey_);
    add_sheet(file, "choices", choices_);
    add_sheet(file, "settings", settings_);
    if (!own_.rows.empty()) add_sheet(file, "genpyo", own_);
    if (auto finished = file.finish(); !finished) return with_last_name(finished.failure(), whole);
    return WrittenXlsform{std::move(notes_)};
  }

 private:
  static const std::vector<Node>& list_of(const Node& node, std::string_view key) {
    static const std::vector<Node> none;
    const Node* found = node.find(key);
    return found == nullptr ? none : found->list;
  }
  static std::string text_of(const Node& node, std::string_view key) {
    const Node* found = node.find(key);
    return found == nullptr ? "" : found->scalar;
  }

  static std::string heading(const std::string& key, const std::string& language) {
    const std::string name = forms::xlsform::language_header(language);
    return name.empty() ? key : key + "::" + name;
  }
  static void put_label(Sheet& sheet, const std::string& key, const Node& label) {
    for (const auto& [language, text] : label.map) sheet.put(heading(key, language.scalar), text.scalar);
  }

  // One key of an item or group: where XLSForm has a column for it, and else in one of our own.
  void put_key(const std::string& key, const Node& value) {
    const bool label = key == "label" || key == "hint" || key == "required_message" || key == "constraint_message";
    if (label && value.kind == Kind::map) {
      put_label(survey_, key, value);
    } else if (is_one_of(key, plain_keys()) && value.kind == Kind::scalar) {
      survey_.put(key, value.scalar);
    } else {
      const bool scalar = value.kind == Kind::scalar;
      survey_.put("genpyo::" + key, scalar ? value.scalar : forms::yaml::to_line(value));
    }
  }

  void add_items(const std::vector<Node>& items) {
    for (const Node& item : items) {
      if (item.find("grid") != nullptr) {
        add_grid(item);
      } else if (item.find("group") != nullptr) {
        add_group(item, "group", "group");
      } else if (item.find("repeat") != nullptr) {
        add_group(item, "repeat", "repeat");
      } else {
        add_item(item);
      }
    }
  }

  void add_group(const Node& node, const std::string& name_key, const std::string& word) {
    survey_.rows.emplace_back();
    survey_.put("type", "begin_" + word);
    survey_.put("name", text_of(node, name_key));
    for (const auto& [key, value] : node.map) {
      if (key.scalar != name_key && key.scalar != "items") put_key(key.scalar, value);
    }
    add_items(list_of(node, "items"));
    survey_.rows.emplace_back();
    survey_.put("type", "end_" + word);
  }

  // A grid is a group; what it hands down to its rows stands in each of them, as XLSForm wants it.
  void add_grid(const Node& grid) {
    const std::vector<std::string> own = {"label", "hint", "number", "relevant", "paper"};
    survey_.rows.emplace_back();
    survey_.put("type", "begin_group");
    survey_.put("name", text_of(grid, "grid"));
    survey_.put("genpyo::grid", text_of(grid, "type"));
    for (const auto& [key, value] : grid.map) {
      if (is_one_of(key.scalar, own)) put_key(key.scalar, value);
    }
    for (Node row : list_of(grid, "rows")) {
      for (const auto& [key, value] : grid.map) {
        const bool handed_down = !is_one_of(key.scalar, own) && key.scalar != "grid" && key.scalar != "rows";
        if (handed_down && row.find(key.scalar) == nullptr) row.map.emplace_back(key, value);
      }
      add_item(row);
    }
    survey_.rows.emplace_back();
    survey_.put("type", "end_group");
  }

  void add_item(const Node& item) {
    survey_.rows.emplace_back();
    const std::string name = text_of(item, "name");
    survey_.put("type", text_of(item, "type"));
    survey_.put("name", name);
    for (const auto& [key, value] : item.map) {
      if (key.scalar != "name" && key.scalar != "type") put_key(key.scalar, value);
    }
    if (item.find("codes_of") != nullptr || item.find("frame") != nullptr) {
      notes_.push_back(name + ": other programs ask this as a question; here its value comes from elsewhere.");
    }
  }

  void add_choices() {
    const Node* lists = root_.find("choices");
    if (lists == nullptr) return;
    for (const auto& [name, options] : lists->map) {
      for (const Node& option : options.list) {
        choices_.rows.emplace_back();
        choices_.put("list_name", name.scalar);
        add_option(option);
      }
    }
  }

  void add_option(const Node& option) {
    for (const auto& [key, value] : option.map) {
      if (key.scalar == "label") {
        put_label(choices_, "label", value);
      } else if (key.scalar == "columns") {
        for (const auto& [column, text] : value.map) choices_.put(column.scalar, text.scalar);
      } else {
        choices_.put(key.scalar == "name" ? "name" : "genpyo::" + key.scalar, value.scalar);
      }
    }
  }

  void add_settings() {
    settings_.rows.emplace_back();
    const std::string language = text_of(root_, "default_language").empty() ? "ja" : text_of(root_, "default_language");
    const Node* title = root_.find("title");
    const Node* shown = title == nullptr ? nullptr : title->find(language);
    settings_.put("form_title", shown == nullptr ? "" : shown->scalar);
    settings_.put("form_id", text_of(root_, "form_id"));
    settings_.put("version", text_of(root_, "version"));
    const std::string name = forms::xlsform::language_header(language);
    if (!name.empty()) settings_.put("default_language", name);
    const bool one_title = title == nullptr || std::all_of(title->map.begin(), title->map.end(), [&](const auto& entry) {
                             return shown != nullptr && entry.second.scalar == shown->scalar;
                           });
    for (const auto& [key, value] : root_.map) {
      const bool own = key.scalar == "note" || key.scalar == "checks" || key.scalar == "extractions" ||
                       (key.scalar == "title" && !one_title);
      if (own) add_own(key.scalar, value);
    }
  }

  void add_own(const std::string& key, const Node& value) {
    own_.rows.emplace_back();
    own_.put("key", key);
    const std::vector<std::string> cells = in_cells(forms::yaml::to_line(value));
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      own_.put(cell == 0 ? "value" : "value_" + std::to_string(cell + 1), cells[cell]);
    }
    if (key == "checks") notes_.emplace_back("checks: rules across items stand on the sheet genpyo; other programs do not know them.");
  }

  static void add_sheet(WorkbookFile& file, const std::string& name, const Sheet& sheet) {
    file.add_sheet(name);
    for (unsigned column = 0; column < sheet.columns.size(); ++column) {
      const std::string& heading = sheet.columns[column];
      file.heading(column, heading);
      file.width(column, heading.starts_with("label") || heading == "value" ? 50 : 18);
      unsigned row = 0;
      for (const auto& cells : sheet.rows) {
        ++row;
        if (const auto cell = cells.find(heading); cell != cells.end()) file.text(row, column, cell->second);
      }
    }
  }

  const Node& root_;
  Sheet survey_, choices_, settings_, own_;
  std::vector<std::string> notes_;
};

}  // namespace

forms::Result<WrittenXlsform> write_xlsform(const Node& root, const WholeFile& file) {
  return Writer(root).write(file);
}

}  // namespace genpyo::exports
