// The parts of reading a form definition, one function for each part of the file. Each adds to the
// form what it could read and notes what is wrong. Internal to form_reader*.cpp.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "forms/form.h"
#include "forms/form_fields.h"
#include "forms/yaml.h"

namespace genpyo::forms {

struct FormDraft {
  Form form;
  Findings findings;
  Names lists, blocks;     // blocks = items, grids, groups and repeats: they share one namespace
  std::set<std::tuple<std::string, int, int>> repeated;  // the names of repeats' items, by place
  bool over_full = false;  // more items than a form may have: told already
};

void read_choices(const yaml::Node& choices, FormDraft& draft);

// The sections; wants the choices read, since items name lists.
void read_survey(const Fields& top, FormDraft& draft);

// Where in the form items are being read. In a repeat each instance's are read anew, and `suffix`
// (_2, inside another _2_1) makes their names their own.
struct Spot {
  std::size_t section = 0;
  std::optional<std::size_t> group, repeat;  // the innermost
  int instance = 0;
  std::string suffix = {};

  // The name as it is here, cut so far that it stays a legal one.
  std::string named(const std::string& name) const;
};

// A section's items: items that stand alone, grids, groups and repeats.
void read_items(const yaml::Node& list, const Spot& spot, FormDraft& draft);
void read_item(const yaml::Node& node, const Spot& spot, FormDraft& draft);
void read_grid(const yaml::Node& node, const Spot& spot, FormDraft& draft);
void read_group(const yaml::Node& node, const Spot& spot, FormDraft& draft);
void read_repeat(const yaml::Node& node, const Spot& spot, FormDraft& draft);

// Wants all items read.
void settle_references(Form& form);
void tell_unknown_names(FormDraft& draft);  // ${name} in labels, hints and messages

// The type of an item, with its list or its range. False when there is no such type.
bool read_type(const Fields& fields, Item& item, FormDraft& draft);

PaperHints read_paper(const Fields& block, Words keys, FormDraft& draft);

// Both want the items read, which extractions name.
void read_checks(const Fields& top, FormDraft& draft);
void read_extractions(const Fields& top, FormDraft& draft);

}  // namespace genpyo::forms
