#include "export/documents/ddi.h"

#include "export/documents/rule_words.h"
#include "export/xml_writer.h"

namespace genpyo::exports {
namespace {

using Role = Variable::Role;

class Ddi {
 public:
  Ddi(const Described& described, WholeFile& file) : described_(described), form_(described.form()), xml_(file) {}

  std::size_t write() {
    xml_.open("codeBook", {{"xmlns", "ddi:codebook:2_5"},
                           {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                           {"xsi:schemaLocation", "ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd"},
                           {"version", "2.5"},
                           {"xml:lang", form_.default_language}});
    xml_.open("docDscr");
    add_citation(true);
    xml_.close();
    xml_.open("stdyDscr");
    add_citation(false);
    xml_.close();
    add_file();
    add_data();
    xml_.close();
    return xml_.replaced();
  }

 private:
  // An element for each language in which the label says something.
  void add_each(std::string_view name, const forms::Label& label) {
    for (const std::string& language : form_.languages) {
      if (!label.in(language).empty()) xml_.element(name, {{"xml:lang", language}}, label.in(language));
    }
  }

  void add_citation(bool of_document) {
    xml_.open("citation");
    xml_.open("titlStmt");
    xml_.element("titl", {{"xml:lang", form_.default_language}}, form_.title.in(form_.default_language));
    for (const std::string& language : form_.languages) {
      if (language != form_.default_language) xml_.element("parTitl", {{"xml:lang", language}}, form_.title.in(language));
    }
    xml_.element("IDNo", {}, form_.form_id);
    xml_.close();
    if (of_document) {
      xml_.open("prodStmt");
      xml_.element("software", {}, "Genpyo");
      xml_.close();
    }
    xml_.open("verStmt");
    const std::string day = described_.facts.at.substr(0, 10);
    xml_.element("version", {{"date", day}}, form_.version);
    xml_.close();
    xml_.close();
  }

  void add_file() {
    xml_.open("fileDscr", {{"ID", "F1"}, {"URI", described_.facts.data_file}});
    xml_.open("fileTxt");
    xml_.element("fileName", {}, described_.facts.data_file);
    xml_.open("dimensns");
    xml_.element("caseQnty", {}, std::to_string(described_.tallies.cases));
    xml_.element("varQnty", {}, std::to_string(described_.dataset->variables.size()));
    xml_.close();
    if (described_.facts.data_file.ends_with(".csv")) {
      const bool legacy = described_.dataset->profile.kind == Profile::Kind::legacy;
      xml_.element("fileType", {{"charset", legacy ? "CP932" : "UTF-8"}}, "text/csv");
    }
    xml_.close();
    if (!described_.facts.head.empty()) {
      xml_.element("notes", {{"type", "provenance"}}, "Head of the journal: " + described_.facts.head);
    }
    xml_.close();
  }

  static std::string id_of(std::size_t variable) { return "V" + std::to_string(variable + 1); }

  void add_data() {
    xml_.open("dataDscr");
    add_sections();
    add_several_marks();
    for (std::size_t index = 0; index < described_.dataset->variables.size(); ++index) add_variable(index);
    xml_.close();
  }

  template <class Is>
  std::string ids_of(const Is& is) const {
    std::string ids;
    const auto& variables = described_.dataset->variables;
    for (std::size_t index = 0; index < variables.size(); ++index) {
      if (is(variables[index])) ids += (ids.empty() ? "" : " ") + id_of(index);
    }
    return ids;
  }

  void add_sections() {
    for (std::size_t section = 0; section < form_.sections.size(); ++section) {
      const std::string ids = ids_of([&](const Variable& each) { return each.is_of_item() && form_.items[each.item].section == section; });
      if (ids.empty()) continue;
      xml_.open("varGrp", {{"ID", "S" + std::to_string(section + 1)}, {"type", "section"}, {"var", ids}, {"name", form_.sections[section].name}});
      add_each("labl", form_.sections[section].label);
      xml_.close();
    }
  }

  void add_several_marks() {
    for (forms::ItemIndex item = 0; item < form_.items.size(); ++item) {
      const std::string ids = ids_of([&](const Variable& each) { return each.role == Role::choice && each.item == item; });
      if (ids.empty()) continue;
      xml_.open("varGrp", {{"ID", "M" + std::to_string(item + 1)}, {"type", "multipleResp"}, {"var", ids}, {"name", form_.items[item].name}});
      add_each("labl", form_.items[item].label);
      xml_.close();
    }
  }

  void add_variable(std::size_t index) {
    const Variable& variable = described_.dataset->variables[index];
    const bool is_text = variable.kind == Variable::Kind::text || variable.kind == Variable::Kind::date;
    const bool is_scale = variable.measure == Variable::Measure::scale && !is_text;
    xml_.open("var", {{"ID", id_of(index)}, {"name", variable.name}, {"files", "F1"}, {"intrvl", is_scale ? "contin" : "discrete"}});
    add_each("labl", variable.label);
    const forms::Item* item = described_.item_of(variable);
    if (item != nullptr && item->identifying) xml_.element("security", {}, "Identifies the respondent: left the office with a supervisor's signature.");
    if (item != nullptr && variable.role != Role::missing_kind) add_question(*item, variable);
    add_missing_values(index);
    if (item != nullptr) add_universe(*item);
    add_statistics(index);
    add_unit(variable);
    add_codes(index);
    add_origin(variable, item);
    xml_.element("varFormat", {{"type", is_text ? "character" : "numeric"}, {"schema", "ISO"}, {"category", variable.kind == Variable::Kind::date ? "date" : ""}});
    add_notes(variable, item);
    xml_.close();
  }

  void add_question(const forms::Item& item, const Variable& variable) {
    if (!item.printed()) return;
    for (const std::string& language : form_.languages) {
      xml_.open("qstn", {{"xml:lang", language}, {"seqNo", variable.number}});
      if (item.grid) xml_.element("preQTxt", {}, form_.grids[*item.grid].label.in(language));
      xml_.element("qstnLit", {}, item.label.in(language));
      if (!item.hint.in(language).empty()) xml_.element("ivuInstr", {}, item.hint.in(language));
      xml_.close();
    }
  }

  void add_missing_values(std::size_t index) {
    bool is_open = false;
    for (const forms::Missing kind : forms::all_missing) {
      const std::string& code = described_.written(index, kind);
      if (code.empty()) continue;
      if (!is_open) xml_.open("invalrng");
      is_open = true;
      xml_.element("item", {{"VALUE", code}});
    }
    if (is_open) xml_.close();
  }

  void add_universe(const forms::Item& item) {
    for (const std::string& language : form_.languages) {
      const std::string when = when_asked(form_, item, language);
      if (!when.empty()) xml_.element("universe", {{"xml:lang", language}}, when);
    }
  }

  void add_statistics(std::size_t index) {
    const VariableTally& tally = described_.tallies.of[index];
    const auto add = [&](std::string_view type, const std::string& figure) {
      if (!figure.empty()) xml_.element("sumStat", {{"type", type}}, figure);
    };
    add("vald", std::to_string(tally.answers()));
    add("invd", std::to_string(tally.missing()));
    if (described_.dataset->variables[index].measure != Variable::Measure::scale) return;
    add("min", tally.least());
    add("max", tally.most());
    add("mean", tally.mean());
    add("medn", tally.median());
  }

  void add_unit(const Variable& variable) { add_each("txt", variable.unit); }

  void add_codes(std::size_t index) {
    const Variable& variable = described_.dataset->variables[index];
    const VariableTally& tally = described_.tallies.of[index];
    for (const ValueLabel& each : variable.codes) {
      xml_.open("catgry");
      xml_.element("catValu", {}, std::to_string(each.code));
      add_each("labl", each.label);
      xml_.element("catStat", {{"type", "freq"}}, std::to_string(tally.of(each.code)));
      xml_.close();
    }
    for (const forms::Missing kind : forms::all_missing) {
      const std::string& code = described_.written(index, kind);
      if (code.empty() || tally.missing(kind) == 0) continue;
      xml_.open("catgry", {{"missing", "Y"}, {"missType", name_of(kind)}});
      xml_.element("catValu", {}, code);
      add_each("labl", label_of(kind));
      xml_.element("catStat", {{"type", "freq"}}, std::to_string(tally.missing(kind)));
      xml_.close();
    }
  }

  void add_origin(const Variable& variable, const forms::Item* item) {
    std::string origin;
    if (item != nullptr && !item->calculation.empty()) origin = item->calculation.text;
    if (variable.role == Role::extraction) origin = extraction_in_words(form_, form_.extractions[variable.extraction], "en");
    if (variable.role == Role::derivation) {
      origin = form_.items[variable.derivation.of].name + " / " + form_.items[variable.derivation.per].name;
    }
    if (origin.empty()) return;
    xml_.open("derivation");
    xml_.element("drvdesc", {}, origin);
    xml_.close();
  }

  void add_notes(const Variable& variable, const forms::Item* item) {
    if (item != nullptr && !item->constraint.empty()) xml_.element("notes", {{"type", "constraint"}}, item->constraint.text);
    const std::string from = provenance_in_words(variable.source, "en");
    if (!from.empty()) xml_.element("notes", {{"type", "source"}}, from);
  }

  const Described& described_;
  const forms::Form& form_;
  XmlWriter xml_;
};

}  // namespace

void write_ddi(const Described& described, WholeFile& file, Remarks& remarks) {
  const std::size_t replaced = Ddi(described, file).write();
  if (replaced > 0) remarks.altered("", "", "DDI: " + std::to_string(replaced) + " characters that XML cannot hold are U+FFFD");
}

}  // namespace genpyo::exports
