// xlsx_bench: what the workbook of a dataset costs beside libxlsxwriter alone writing the same values.
//   xlsx_bench [CASES [FIGURES]]     100,000 of 330; at most 1.2 × the time, and 100 MB
// Each in a process of its own, so that the memory is its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>

#include "export/export_run.h"
#include "export/xlsx_dataset.h"

namespace {

using namespace genpyo;

std::size_t cases = 100'000, figures = 330;

std::int64_t figure_of(std::size_t row, std::size_t column) { return static_cast<std::int64_t>(row * 31 + column * 17) % 97; }
std::string id_of(std::size_t row) { return std::to_string(1'000'000 + row); }

void through_writer(const std::string& folder) {
  forms::Form form;
  form.form_id = "survey";
  form.languages = {"ja", "en"};
  for (std::size_t column = 0; column < figures; ++column) {
    forms::Item item;
    item.name = "figure_" + std::to_string(column);
    item.type = forms::ItemType::integer;
    form.items.push_back(std::move(item));
  }
  const auto dataset = exports::Dataset::of(form, {}, {});
  validators::Evaluation evaluation;
  evaluation.items.resize(figures);
  forms::Case current = forms::blank_case(form, "");
  exports::ExportParts parts;
  parts.writers.push_back(std::make_unique<exports::XlsxWriter>(exports::Profile{}));
  const auto source = [&](const exports::UseCase& use) -> forms::Result<forms::Done> {
    for (std::size_t row = 1; row <= cases; ++row) {
      current.id = id_of(row);
      for (std::size_t column = 0; column < figures; ++column) evaluation.items[column].value = figure_of(row, column);
      if (!use(current, evaluation)) break;
    }
    return forms::Done{};
  };
  if (!dataset || !exports::run_export(*dataset, folder, source, std::move(parts))) std::exit(3);
}

void alone(const std::string& folder) {
  const std::string path = folder + "/alone.xlsx";
  std::string room = folder;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = room.data();
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "data");
  for (lxw_row_t row = 1; row <= cases; ++row) {
    worksheet_write_string(sheet, row, 0, id_of(row).c_str(), nullptr);
    for (std::size_t column = 0; column < figures; ++column) {
      worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column + 1), static_cast<double>(figure_of(row, column)), nullptr);
    }
  }
  if (workbook_close(book) != LXW_NO_ERROR) std::exit(3);
}

struct Cost {
  double seconds = 0;  // of processor time
  long megabytes = 0;
};

Cost measured(const char* name, const std::function<void(const std::string&)>& write, const std::string& folder) {
  const pid_t child = fork();
  if (child == 0) {
    write(folder);
    _exit(0);
  }
  int status = 0;
  rusage use{};
  wait4(child, &status, 0, &use);
  if (status != 0) std::exit(3);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  const double took = seconds(use.ru_utime) + seconds(use.ru_stime);
  std::cout << name << ": " << took << " s, " << use.ru_maxrss / 1024 << " MB at most" << std::endl;
  return {took, use.ru_maxrss / 1024};
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1) cases = std::strtoul(arguments[1], nullptr, 10);
  if (count > 2) figures = std::strtoul(arguments[2], nullptr, 10);
  const auto folder = std::filesystem::temp_directory_path() / ("xlsx_bench." + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  const Cost library = measured("libxlsxwriter alone", alone, folder);
  const Cost writer = measured("the dataset's writer", through_writer, folder);
  const double ratio = writer.seconds / library.seconds;
  const auto verdict = [](bool passes) { return passes ? " pass\n" : " MISS\n"; };
  std::cout << "ratio " << ratio << "   [at most 1.2]" << verdict(ratio <= 1.2);
  std::cout << "memory " << writer.megabytes << " MB   [at most 100 MB]" << verdict(writer.megabytes <= 100);
  std::filesystem::remove_all(folder);
}
