#include "export/cuts.h"

#include <functional>
#include <map>
#include <set>

#include "export/excel_text.h"
#include "export/target_names.h"
#include "export/variables.h"

namespace genpyo::exports {
namespace {

using forms::Fault;
using forms::Item;
using forms::Level;
using forms::quoted;

constexpr std::size_t most_told = 200;  // of a level: those who ask for no notes miss no warning

// A program that files are made for, as it is named to an author.
struct Program {
  const char* name;
  Target target;
  LabelRoom room;
};
constexpr Program programs[] = {{"SPSS", Target::spss, spss_labels}, {"Stata", Target::stata, stata_labels}};

std::string amount(std::size_t most, const LabelRoom& room) {
  return std::to_string(most) + (room.in_characters ? " characters" : " bytes");
}

// Keeps the names that a program cannot have.
class Renamed : public Remarks {
 public:
  using Tell = std::function<void(std::string_view variable, std::string_view name)>;
  explicit Renamed(Tell tell) : tell_(std::move(tell)) {}
  void against(std::string_view, std::string_view, std::string_view) override {}
  void altered(std::string_view, std::string_view, std::string_view) override {}
  void renamed(std::string_view variable, std::string_view name, std::string_view) override { tell_(variable, name); }

 private:
  Tell tell_;
};

class Cuts {
 public:
  Cuts(const forms::Form& form, const std::vector<Variable>& variables) : form_(form), variables_(variables) {}

  std::vector<forms::Diagnostic> run() {
    for (const Program& program : programs) {
      look_at_names(program);
      for (const std::string& language : form_.languages) look_at_labels(program, language);
    }
    look_at_cells();
    for (const auto& [level, count] : counts_) {
      if (count > most_told) tell_of_more(level, count - most_told);
    }
    return std::move(found_);
  }

 private:
  // Each thing is told once, whatever instances and languages it has.
  void tell(Level level, const forms::Place& place, const std::string& what, std::string message, std::string repair) {
    if (!told_.insert(what).second || ++counts_[level] > most_told) return;
    found_.push_back({Fault::cut_elsewhere, place, std::move(message), std::move(repair), level});
  }

  void tell_of_more(Level level, std::size_t count) {
    const forms::Place whole{form_.items.front().place.file};
    found_.push_back({Fault::cut_elsewhere, whole,
                      std::to_string(count) + " more names and labels that SPSS, Stata or Excel cannot keep whole are not told.",
                      "Repair these and check again.", level});
  }

  static const std::string& name_of(const Item& item) {
    return item.repeated_name.empty() ? item.name : item.repeated_name;
  }

  void look_at_names(const Program& program) {
    std::map<std::string_view, const Variable*> by_name;
    for (const Variable& variable : variables_) by_name[variable.name] = &variable;
    Renamed remarks([&](std::string_view from, std::string_view to) {
      const Variable& variable = *by_name.at(from);
      if (!variable.is_of_item()) return;
      const Item& item = form_.items[variable.item];
      // NAME_missing and NAME_CODE are our names: they lose what is in their middle.
      const bool own = name_of(item).size() > to.size() || variable.role == Variable::Role::value;
      tell(own ? Level::warning : Level::note, item.place, std::string(program.name) + " name " + name_of(item),
           std::string(program.name) + " cannot have the name " + quoted(from) + ": there it is " + quoted(to) + ".",
           "Choose a shorter name, or one that is no word of its own.");
    });
    names_for(program.target, variables_, remarks);
  }

  // Of the labels that are cut, which of two becomes like the other. `whole` by what is kept.
  void look_at(const Program& program, const std::string& language, const std::string& label, const std::string& kept, std::size_t most,
               const std::string& subject, const forms::Place& place, Level when_alike,
               std::map<std::string, std::pair<std::string, std::string>>& whole) {
    const auto [other, is_new] = whole.try_emplace(kept, label, subject);
    const bool alike = !is_new && other->second.first != label;
    if (alike) {
      tell(when_alike, place, std::string(program.name) + subject,
           "the labels (" + language + ") of " + subject + " and of " + other->second.second + " are the same in " +
               program.name + ", which keeps " + amount(most, program.room) + ".",
           "Begin them differently.");
    } else if (kept != label) {
      tell(Level::note, place, std::string(program.name) + subject,
           std::string(program.name) + " keeps " + amount(most, program.room) + " of the label (" + language + ") of " +
               subject + ": it ends " + quoted(ending(kept)) + ".",
           "");
    }
  }

  static std::string ending(const std::string& kept) {
    constexpr std::size_t shown = 24;
    std::size_t begin = kept.size() > shown ? kept.size() - shown : 0;
    while (begin < kept.size() && (static_cast<unsigned char>(kept[begin]) & 0xC0) == 0x80) ++begin;
    return (begin > 0 ? "…" : "") + kept.substr(begin);
  }

  void look_at_labels(const Program& program, const std::string& language) {
    std::map<std::string, std::pair<std::string, std::string>> whole;
    std::set<std::size_t> lists;
    for (const Variable& variable : variables_) {
      if (variable.role != Variable::Role::value && variable.role != Variable::Role::choice) continue;
      const Item& item = form_.items[variable.item];
      if (variable.label.in(language).empty()) continue;
      look_at(program, language, label_of(variable, language), fitted_label(variable, language, program.room),
              program.room.variable, quoted(variable.name), item.place,
              // «question: choice» is a label of our making.
              variable.role == Variable::Role::choice ? Level::note : Level::warning, whole);
      if (item.choices && variable.role == Variable::Role::value && lists.insert(*item.choices).second)
        look_at_choices(program, language, variable, item);
    }
  }

  void look_at_choices(const Program& program, const std::string& language, const Variable& variable, const Item& item) {
    std::map<std::string, std::pair<std::string, std::string>> whole;
    const std::string& list = form_.lists[*item.choices].name;
    for (const ValueLabel& each : variable.codes) {
      look_at(program, language, each.label.in(language),
              std::string(fitted(each.label.in(language), program.room.value, program.room)), program.room.value,
              "choice " + std::to_string(each.code) + " of " + quoted(list.empty() ? item.name : list), item.place,
              Level::warning, whole);
    }
  }

  // A workbook's dictionary has every label in a cell.
  void look_at_cells() {
    for (const Variable& variable : variables_) {
      if (!variable.is_of_item()) continue;
      const Item& item = form_.items[variable.item];
      for (const auto& [language, text] : variable.label.texts()) {
        if (fits_cell(text)) continue;
        tell(Level::warning, item.place, "Excel " + name_of(item),
             "the label (" + language + ") of " + quoted(variable.name) + " is longer than a cell of Excel.",
             "Shorten it, or say the rest in a hint.");
      }
    }
  }

  const forms::Form& form_;
  const std::vector<Variable>& variables_;
  std::set<std::string> told_;
  std::map<Level, std::size_t> counts_;
  std::vector<forms::Diagnostic> found_;
};

}  // namespace

std::vector<forms::Diagnostic> cuts(const forms::Form& form) {
  const auto variables = variables_of(form, {.identifying = true});
  if (!variables) return {};
  return Cuts(form, *variables).run();
}

}  // namespace genpyo::exports
