// A form of visits and doctors, built in code, for the tests of the tables.
#pragma once
#include "tests/export/small_form.h"

namespace genpyo::exports {

// facility_type (1 clinic, 2 hospital) · doctors · the grid visits: made, possible · remark, and
// the extraction complete.
inline forms::Form visits_form() {
  using forms::ItemType;
  forms::Form form;
  form.form_id = "visits";
  form.languages = {"ja", "en"};
  form.lists = {
      {"facility_type", {{1, label("診療所", "Clinic")}, {2, label("病院", "Hospital")}}}};
  form.grids.resize(1);
  form.grids[0].name = "visits";
  form.grids[0].rows = {2, 3};
  form.items = {item("facility_type", ItemType::select_one, label("施設種別", "Type")),
                item("doctors", ItemType::integer, label("医師数", "Doctors")),
                item("made", ItemType::integer, label("実施", "Made")),
                item("possible", ItemType::integer, label("可能", "Possible")),
                item("remark", ItemType::text, label("備考", "Remark"))};
  form.items[0].choices = 0;
  form.items[2].grid = form.items[3].grid = 0;
  form.extractions.resize(1);
  form.extractions[0].name = "complete";
  return form;
}

}  // namespace genpyo::exports
