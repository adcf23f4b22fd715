#include "export/documents/codebook_pages.h"

#include <algorithm>

#include "export/documents/rule_words.h"

namespace genpyo::exports {
namespace {

using forms::ItemType;
using Role = Variable::Role;

class Composer {
 public:
  explicit Composer(const Described& described)
      : described_(described), form_(described.form()), variables_(described.dataset->variables),
        language_(described.facts.language), japanese_(language_ == "ja") {}

  CodebookDocument all() {
    CodebookDocument document;
    document.language = language_;
    document.title = form_.title.in(language_);
    document.subtitle = say("コードブック", "Codebook");
    document.facts = facts();
    document.notes = notes();
    document.foot = form_.form_id + " " + form_.version + (at().empty() ? "" : " · " + at()) +
                    (described_.facts.head.empty() ? "" : " · " + described_.facts.head);
    add_sections(document);
    add_section(document, say("集計対象の印", "Extractions"), [](const Variable& each) { return each.role == Role::extraction; });
    add_section(document, say("算出した値", "Derived values"), [](const Variable& each) { return each.role == Role::derivation; });
    return document;
  }

 private:
  std::string say(const char* japanese, const char* english) const { return japanese_ ? japanese : english; }
  std::string at() const { return described_.facts.at.empty() ? "" : printed_time(described_.facts.at); }
  std::string cases() const { return std::to_string(described_.tallies.cases); }

  std::vector<ReportFact> facts() const {
    std::vector<ReportFact> facts = {{say("調査票", "Form"), form_.form_id + say("（第", " (version ") + form_.version + say("版）", ")")},
                                     {say("データ", "Data"), described_.facts.data_file},
                                     {say("票数", "Cases"), cases()},
                                     {say("変数の数", "Variables"), std::to_string(variables_.size())}};
    if (!at().empty()) facts.push_back({say("データの日時（最後の入力）", "Date of the data (last entry)"), at()});
    const bool marks = described_.dataset->options.layer == DatasetOptions::Layer::marks;
    facts.push_back({say("層", "Layer"), marks ? say("票に書かれたまま", "what the sheets say") : say("規則による値", "values by the form's rules")});
    return facts;
  }

  std::vector<std::string> notes() const {
    return {say("「回答中」は回答のあった票に占める割合、「全票中」は全票に占める割合（%、小数第2位を四捨五入）。", 
                "% of answers: of the cases that answered; % of cases: of all cases. Rounded half up to one decimal."),
            say("欠損の種類は、このデータに現れるものだけを示す。括弧内はデータでの符号。", 
                "Of the kinds of missing values those are listed that occur in these data; their code in the data stands in brackets.")};
  }

  void add_sections(CodebookDocument& document) {
    CodebookSection first{say("票", "The case"), {}};
    first.entries.push_back(plain_entry(0));
    document.sections.push_back(std::move(first));
    for (std::size_t section = 0; section < form_.sections.size(); ++section) {
      CodebookSection made{form_.sections[section].label.in(language_), {}};
      if (made.title.empty()) made.title = form_.sections[section].name;
      add_entries(made, [&](forms::ItemIndex item) { return form_.items[item].section == section; });
      if (!made.entries.empty()) document.sections.push_back(std::move(made));
    }
    if (!form_.sections.empty()) return;
    CodebookSection only{document.title, {}};
    add_entries(only, [](forms::ItemIndex) { return true; });
    document.sections.push_back(std::move(only));
  }

  template <class Is>
  void add_entries(CodebookSection& section, const Is& is_in) {
    for (std::size_t index = 0; index < variables_.size();) {
      std::size_t end = index + 1;
      if (variables_[index].is_of_item()) {
        while (end < variables_.size() && variables_[end].is_of_item() && variables_[end].item == variables_[index].item) ++end;
        if (is_in(variables_[index].item)) section.entries.push_back(entry_of(index, end));
      }
      index = end;
    }
  }

  template <class Is>
  void add_section(CodebookDocument& document, const std::string& title, const Is& is_in) {
    CodebookSection section{title, {}};
    for (std::size_t index = 0; index < variables_.size(); ++index) {
      if (is_in(variables_[index])) section.entries.push_back(plain_entry(index));
    }
    if (!section.entries.empty()) document.sections.push_back(std::move(section));
  }

  // The case number, an extraction, a derivation.
  CodebookEntry plain_entry(std::size_t index) const {
    const Variable& variable = variables_[index];
    CodebookEntry entry;
    entry.title = variable.label.in(language_);
    entry.names = {variable.name};
    add_fact(entry, say("型", "Type"), kind_in_words(variable));
    add_fact(entry, say("単位", "Unit"), variable.unit.in(language_));
    if (variable.role == Role::extraction) {
      const forms::Extraction& extraction = form_.extractions[variable.extraction];
      add_fact(entry, say("対象", "In"), extraction_in_words(form_, extraction, language_));
      std::string tables;
      for (const std::string& table : extraction.tables) tables += (tables.empty() ? "" : ", ") + table;
      add_fact(entry, say("用いる表", "Tables"), tables);
    }
    if (variable.role == Role::derivation) {
      add_fact(entry, say("計算", "Calculation"), form_.items[variable.derivation.of].name + " ÷ " + form_.items[variable.derivation.per].name);
    }
    add_tables(entry, index);
    return entry;
  }

  CodebookEntry entry_of(std::size_t begin, std::size_t end) const {
    const Variable& first = variables_[begin];
    const forms::Item& item = form_.items[first.item];
    CodebookEntry entry;
    entry.number = first.number;
    entry.title = item.label.in(language_);
    if (item.grid) entry.over = form_.grids[*item.grid].label.in(language_);
    entry.hint = item.hint.in(language_);
    for (std::size_t index = begin; index < end; ++index) entry.names.push_back(variables_[index].name);
    add_facts(entry, item, first);
    if (first.role == Role::choice) add_choices(entry, begin, end);
    else add_tables(entry, begin);
    return entry;
  }

  static void add_fact(CodebookEntry& entry, const std::string& label, const std::string& value) {
    if (!value.empty()) entry.facts.push_back({label, value});
  }

  void add_facts(CodebookEntry& entry, const forms::Item& item, const Variable& variable) const {
    add_fact(entry, say("型", "Type"), type_in_words(item));
    add_fact(entry, say("単位", "Unit"), item.unit.in(language_));
    const std::string when = when_asked(form_, item, language_);
    add_fact(entry, say("尋ねる条件", "Asked"), when);
    if (!item.required.empty()) {
      const bool always = item.required.text == "true()" || item.required.text == "yes" || item.required.text == "true";
      add_fact(entry, say("必須", "Required"), always ? say("はい", "yes") : item.required.text);
    }
    if (!item.constraint.empty()) add_fact(entry, say("許される回答", "Allowed"), rule_with_message(&item, item.constraint.text, item.constraint_severity, item.constraint_message));
    for (const forms::Check& check : form_.checks) {
      if (!names_item(check, item)) continue;
      const std::string only = check.relevant.empty() ? "" : say("（", " (") + when_applied(form_, check.relevant.text, language_) + say("）", ")");
      add_fact(entry, say("点検", "Check"), rule_with_message(nullptr, check.constraint.text, check.severity, check.message) + only);
    }
    add_fact(entry, say("計算", "Calculation"), item.calculation.text);
    add_fact(entry, say("選択肢の条件", "Choices offered"), item.choice_filter.text);
    add_fact(entry, say("符号化", "Coded from"), item.codes_of);
    add_fact(entry, say("母集団名簿の列", "Column of the frame"), item.frame_column);
    if (item.identifying) add_fact(entry, say("識別", "Identifying"), say("回答者を識別する", "identifies the respondent"));
    add_fact(entry, say("出所", "Source"), provenance_in_words(item.source, language_));
    if (variable.missing_beside) add_fact(entry, say("欠損", "Missing"), say("理由は ", "why it is missing stands in ") + variable.name + "_missing");
  }

  static bool names_item(const forms::Check& check, const forms::Item& item) {
    return check.constraint.text.find("${" + item.name + "}") != std::string::npos;
  }

  std::string rule_with_message(const forms::Item* self, const std::string& rule, forms::Severity severity, const forms::Label& message) const {
    std::string words = what_must_hold(form_, self, rule, language_);
    words += severity == forms::Severity::hard ? say("（必ず）", " (always)") : say("（確認）", " (else confirmed)");
    const std::string& told = message.in(language_);
    return told.empty() ? words : words + say("：", ": ") + told;
  }

  std::string type_in_words(const forms::Item& item) const {
    switch (item.type) {
      case ItemType::select_one: return say("単一選択", "one choice");
      case ItemType::select_multiple: return say("複数選択", "several choices");
      case ItemType::integer: return say("整数", "whole figure");
      case ItemType::decimal: return say("小数", "figure with decimals");
      case ItemType::text: return say("文字", "text");
      case ItemType::date: return say("日付", "date");
      case ItemType::time: return say("時刻", "time");
      case ItemType::date_time: return say("日時", "date and time");
      case ItemType::rank: return say("順位", "ranking");
      case ItemType::calculate: return say("計算", "calculated");
      case ItemType::note:
      case ItemType::blank_box: break;
    }
    return std::string(name_of(item.type));
  }

  std::string kind_in_words(const Variable& variable) const {
    switch (variable.kind) {
      case Variable::Kind::integer: return say("整数", "whole figure");
      case Variable::Kind::decimal: return say("小数", "figure with decimals");
      case Variable::Kind::text: return say("文字", "text");
      case Variable::Kind::date: return say("日付", "date");
    }
    return "";
  }

  ReportTable counted(const std::string& stub) const {
    ReportTable table;
    table.stub = stub;
    table.columns = {{"", say("票数", "Cases")}, {"", say("回答中 %", "% of answers")}, {"", say("全票中 %", "% of cases")}};
    return table;
  }

  void add_row(ReportTable& table, const std::string& label, std::int64_t count, std::int64_t answers, ReportRow::Kind kind = ReportRow::Kind::figures) const {
    table.rows.push_back({kind, label, 0, {std::to_string(count), answers < 0 ? "" : percent(count, answers), percent(count, described_.tallies.cases)}});
  }

  std::string choice_label(int code, const forms::Label& label, forms::Source source) const {
    const std::string from = provenance_in_words(source, language_);
    return std::to_string(code) + "　" + label.in(language_) + (from.empty() ? "" : say("　［", "  [") + from + say("］", "]"));
  }

  void add_choices(CodebookEntry& entry, std::size_t begin, std::size_t end) const {
    ReportTable table = counted(say("変数と選択肢（1=選択あり、0=なし）", "Variable and choice (1 chosen, 0 not)"));
    const std::int64_t answers = described_.tallies.of[begin].answers();
    for (std::size_t index = begin; index < end; ++index) {
      const forms::Choice& choice = *variables_[index].choice;
      add_row(table, variables_[index].name + "　" + choice_label(choice.code, choice.label, choice.source), described_.tallies.of[index].of(1), answers);
    }
    add_base(table, begin, begin);
    entry.tables.push_back(std::move(table));
  }

  // Answers, then each missing kind that occurs; its code is what `coded` writes.
  void add_base(ReportTable& table, std::size_t index, std::size_t coded) const {
    const VariableTally& tally = described_.tallies.of[index];
    add_row(table, say("回答のあった票", "Cases that answered"), tally.answers(), -1, ReportRow::Kind::sum);
    for (const forms::Missing kind : forms::all_missing) {
      if (tally.missing(kind) == 0) continue;
      const std::string& code = described_.written(coded, kind);
      add_row(table, label_of(kind).in(japanese_ ? "ja" : "en") + (code.empty() ? "" : say("（", " (") + code + say("）", ")")), tally.missing(kind), -1);
    }
  }

  void add_tables(CodebookEntry& entry, std::size_t index) const {
    const Variable& variable = variables_[index];
    const VariableTally& tally = described_.tallies.of[index];
    if (variable.codes.empty() && tally.has_figures()) entry.tables.push_back(figures_of(variable, tally));
    ReportTable table = counted(variable.codes.empty() ? say("回答の有無", "Answers") : say("符号", "Code"));
    for (const ValueLabel& each : variable.codes) add_row(table, choice_label(each.code, each.label, each.source), tally.of(each.code), tally.answers());
    const std::size_t coded = variable.missing_beside && index + 1 < variables_.size() ? index + 1 : index;
    add_base(table, index, coded);
    entry.tables.push_back(std::move(table));
  }

  ReportTable figures_of(const Variable& variable, const VariableTally& tally) const {
    ReportTable table;
    table.stub = say("回答された数値", "Figures");
    for (const std::string& head : {std::string("n"), say("最小", "Min"), say("中央値", "Median"), say("平均", "Mean"), say("最大", "Max")}) {
      table.columns.push_back({"", head});
    }
    const std::string& unit = variable.unit.in(language_);
    const std::string median = tally.median();
    table.rows.push_back({ReportRow::Kind::figures, unit.empty() ? variable.name : variable.name + say("（", " (") + unit + say("）", ")"), 0,
                          {std::to_string(tally.figures()), tally.least(), median.empty() ? "–" : median, tally.mean(), tally.most()}});
    return table;
  }

  const Described& described_;
  const forms::Form& form_;
  const std::vector<Variable>& variables_;
  std::string language_;
  bool japanese_;
};

}  // namespace

CodebookDocument compose_codebook(const Described& described) { return Composer(described).all(); }

}  // namespace genpyo::exports
