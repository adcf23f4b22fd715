// The parts of reading a form definition, one function for each part of the file. Each adds to the
// form what it could read and notes what is wrong. Internal to form_reader*.cpp.
#pragma once
#include "forms/form.h"
#include "forms/form_fields.h"
#include "forms/yaml.h"

namespace genpyo::forms {

struct FormDraft {
  Form form;
  Findings findings;
  Names lists, blocks;     // blocks = items and grids: they share one namespace
  bool over_full = false;  // more items than a form may have: told already
};

void read_choices(const yaml::Node& choices, FormDraft& draft);

// The sections; wants the choices read, since items name lists.
void read_survey(const Fields& top, FormDraft& draft);

// An item that stands alone, and a grid with its rows.
void read_item(const yaml::Node& node, std::size_t section, FormDraft& draft);
void read_grid(const yaml::Node& node, std::size_t section, FormDraft& draft);

PaperHints read_paper(const Fields& block, Words keys, FormDraft& draft);

// Both want the items read, which extractions name.
void read_checks(const Fields& top, FormDraft& draft);
void read_extractions(const Fields& top, FormDraft& draft);

}  // namespace genpyo::forms
