#include "export/tables/contents.h"

#include "export/csv_line.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

struct Words {
  std::string_view per, per_end, blanks_in, blanks_out, pairs, holm, base, where, mask, mask_end, stop;
};

constexpr Words japanese = {"「", "」1あたりの値", "無回答を割合の母数に含む", "無回答を割合の母数に含まない", "平均は両方に回答した方のみ",
                            "Holm調整(_holm)は検定の多重性を調整した p", "対象: ", "絞り込み: ", "", "件未満の度数とそれを逆算できる値を秘匿", ""};
constexpr Words english = {"Per each of: ", "", "Per cents include no answer", "Per cents leave out no answer",
                           "Means are of those who answered both", "Holm-adjusted (_holm): p adjusted for the number of tests", "Rests on cases where ", "Only where ",
                           "Counts below ", " and what would reveal them are hidden", "."};

std::string divisor(const forms::Form& form, forms::ItemIndex per, const Words& words, std::string_view language) {
  return std::string(words.per) + form.items[per].label.in(language) + std::string(words.per_end);
}

}  // namespace

std::string_view name_of(Table::Kind kind) {
  switch (kind) {
    case Table::Kind::statistics: return "statistics";
    case Table::Kind::counts: return "counts";
    case Table::Kind::means: return "means";
    case Table::Kind::texts: return "texts";
    case Table::Kind::answers: return "answers";
  }
  return "";
}

std::vector<std::string> notes_of(const forms::Form& form, const Table& table, const Run& run, std::string_view language) {
  const Words& words = language == "en" ? english : japanese;
  std::vector<std::string> notes;
  const auto say = [&](const std::string& note) {
    if (!note.empty()) notes.push_back(note.ends_with('.') ? note : note + std::string(words.stop));
  };
  if (table.extraction) say(form.extractions[*table.extraction].label.in(language));
  if (table.per) say(divisor(form, *table.per, words, language));
  const bool has_counts = table.kind == Table::Kind::counts || table.kind == Table::Kind::means || table.kind == Table::Kind::texts;
  if (has_counts) say(std::string(table.blanks_in ? words.blanks_in : words.blanks_out));
  if (table.kind == Table::Kind::means) say(std::string(words.pairs));
  say(table.note.in(language));
  if (table.has(Table::Test::holm)) say(std::string(words.holm));
  if (!run.base.empty()) say(std::string(words.base) + run.base);
  if (!run.where.empty()) say(std::string(words.where) + run.where);
  if (run.mask > 0) say(std::string(words.mask) + std::to_string(run.mask) + std::string(words.mask_end));
  return notes;
}

forms::Result<forms::Done> write_contents_csv(const forms::Form& form, const TablesDefinition& definition, const Run& run,
                                              std::string_view language, const std::string& path) {
  auto file = WholeFile::create(path);
  if (!file) return file.failure();
  file->write(csv_line({"table", "kind", "title", "notes"}));
  for (const Table& table : definition.tables) {
    std::string notes;
    for (const std::string& note : notes_of(form, table, run, language)) notes += (notes.empty() ? "" : " / ") + note;
    file->write(csv_line({table.id, std::string(name_of(table.kind)), table.title.in(language), notes}));
  }
  return file->finish();
}

}  // namespace genpyo::exports
