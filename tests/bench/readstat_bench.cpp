// What an SPSS and a Stata file of 100,000 cases × 330 variables cost our writers, beside ReadStat
// alone writing the same values. Processor's time on one core, the best of three; the peak of memory.
#include <readstat.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "export/readstat_dta.h"
#include "export/readstat_sav.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

using namespace genpyo;
using namespace genpyo::exports;

namespace {

constexpr std::size_t cases = 100'000, figures = 319, texts = 5;  // and NAME_missing of each text, and case_id

class Silent : public Remarks {
 public:
  void against(std::string_view, std::string_view, std::string_view) override {}
  void altered(std::string_view, std::string_view, std::string_view) override {}
  void renamed(std::string_view, std::string_view, std::string_view) override {}
};

forms::Form survey() {
  forms::Form form;
  form.form_id = "survey";
  form.languages = {"ja", "en"};
  for (std::size_t index = 0; index < figures + texts; ++index) {
    const auto type = index < figures ? forms::ItemType::integer : forms::ItemType::text;
    form.items.push_back(item(("item_" + std::to_string(index)).c_str(), type, label("項目", "Item")));
  }
  return form;
}

// The cells of a case: every seventh has no answer.
const Row& row_of(std::size_t number, const std::vector<Variable>& variables) {
  static Row row;
  row.cells.resize(variables.size());
  row.case_id = "11-00001";
  for (std::size_t index = 0; index < variables.size(); ++index) {
    const bool is_missing = (number + index) % 7 == 0;
    const bool is_text = variables[index].kind == Variable::Kind::text;
    if (variables[index].role == Variable::Role::case_id) row.cells[index] = std::string_view("11-00001");
    else if (variables[index].role == Variable::Role::missing_kind) row.cells[index] = Blank{};
    else if (is_text) row.cells[index] = std::string_view("訪問診療の連携");
    else if (is_missing) row.cells[index] = forms::Missing::no_answer;
    else row.cells[index] = static_cast<std::int64_t>((number * 31 + index * 7) % 3000);
  }
  return row;
}

double seconds(const std::function<void()>& act) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    act();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void ours(DatasetWriter& writer, const Dataset& dataset, const Extents& extents, const std::string& folder) {
  auto files = FileSet::create(folder);
  Silent remarks;
  if (!files || !writer.begin(dataset, extents, *files, remarks)) std::abort();
  for (std::size_t number = 0; number < cases; ++number) writer.add(row_of(number, dataset.variables));
  if (!writer.finish()) std::abort();
}

void alone(bool is_sav, const std::vector<Variable>& variables, const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  readstat_writer_t* writer = readstat_writer_init();
  readstat_set_data_writer(writer, [](const void* bytes, std::size_t count, void* into) {
    return static_cast<ssize_t>(std::fwrite(bytes, 1, count, static_cast<std::FILE*>(into)));
  });
  std::vector<readstat_variable_t*> made;
  for (const Variable& variable : variables) {
    const bool is_text = variable.kind == Variable::Kind::text;
    const bool is_kind = variable.role == Variable::Role::missing_kind;
    const auto number = is_sav ? READSTAT_TYPE_DOUBLE : is_kind ? READSTAT_TYPE_INT8 : READSTAT_TYPE_INT16;
    made.push_back(readstat_add_variable(writer, variable.name.c_str(), is_text ? READSTAT_TYPE_STRING : number, is_text ? 21 : 0));
  }
  if (is_sav) readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS);
  if (is_sav) readstat_begin_writing_sav(writer, file, cases);
  else readstat_begin_writing_dta(writer, file, cases);
  for (std::size_t row = 0; row < cases; ++row) {
    const Row& values = row_of(row, variables);
    readstat_begin_row(writer);
    for (std::size_t index = 0; index < made.size(); ++index) {
      const Cell& cell = values.cells[index];
      if (const auto* text = std::get_if<std::string_view>(&cell)) readstat_insert_string_value(writer, made[index], text->data());
      else if (std::holds_alternative<Blank>(cell)) readstat_insert_missing_value(writer, made[index]);
      else if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
        if (is_sav) readstat_insert_double_value(writer, made[index], static_cast<double>(*figure));
        else readstat_insert_int16_value(writer, made[index], static_cast<std::int16_t>(*figure));
      } else if (is_sav) readstat_insert_double_value(writer, made[index], -2);
      else readstat_insert_tagged_missing_value(writer, made[index], 'b');
    }
    readstat_end_row(writer);
  }
  if (readstat_end_writing(writer) != READSTAT_OK) std::abort();
  readstat_writer_free(writer);
  std::fclose(file);
}

template <typename Writer>
void compare(const char* name, const Dataset& dataset, const ScratchFolder& folder) {
  Extents extents;
  extents.of.resize(dataset.variables.size());
  Silent remarks;
  const double looking = seconds([&] {
    Writer writer("");
    extents = {};
    for (std::size_t number = 0; number < cases; ++number) {
      const Row& row = row_of(number, dataset.variables);
      extents.add(row);
      writer.look(dataset, row, remarks);
    }
  });
  const double writing = seconds([&] {
    Writer writer("");
    writer.look(dataset, row_of(1, dataset.variables), remarks);  // all texts are of one length
    ours(writer, dataset, extents, folder.path());
  });
  const double library = seconds([&] { alone(std::string(name) == "sav", dataset.variables, folder.file("alone")); });
  std::printf("%s: %.2f s, ReadStat alone %.2f s, ratio %.2f; looking at all rows first %.2f s\n", name, writing, library,
              writing / library, looking);
}

}  // namespace

int main() {
  const ScratchFolder folder;
  const forms::Form form = survey();
  const auto dataset = Dataset::of(form, {}, {});
  std::printf("%zu cases of %zu variables (rows are made anew for each):\n", cases, dataset->variables.size());
  compare<SavWriter>("sav", *dataset, folder);
  compare<DtaWriter>("dta", *dataset, folder);
  struct rusage used = {};
  getrusage(RUSAGE_SELF, &used);
  std::printf("peak of memory %ld MB\n", used.ru_maxrss / 1024);
}
