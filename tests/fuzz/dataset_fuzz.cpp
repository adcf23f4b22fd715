// Any bytes as a dataset that comes back: the first ones say of which format, as import does.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "export/json_reader.h"
#include "export/readstat_reader.h"
#include "export/sqlite_reader.h"
#include "export/xlsx_reader.h"

using namespace genpyo;
using Read = forms::Result<exports::DatasetRows>;

namespace {

constexpr std::size_t most_bytes = 64u << 20;

// Three of the readers want a file. In TMPDIR, which may lie in memory.
class File {
 public:
  explicit File(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() / ("dataset_fuzz_" + std::to_string(getpid()))) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

Read read(std::string_view bytes) {
  if (bytes.starts_with("$FL")) return exports::read_sav(File(bytes).path(), most_bytes);
  if (bytes.starts_with("SQLite")) return exports::read_sqlite(File(bytes).path(), most_bytes);
  if (bytes.starts_with("PK")) return exports::read_xlsx(bytes, "fuzz.xlsx", most_bytes);
  if (bytes.starts_with("{")) return exports::read_json(bytes, "fuzz.json", most_bytes);
  return exports::read_dta(File(bytes).path(), most_bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Read found = read({reinterpret_cast<const char*>(data), size});
  if (!found) {
    if (found.failure().sentence.empty()) std::abort();
    return 0;
  }
  for (const exports::ReadRow& row : found->rows) {
    if (row.cells.size() != found->names.size()) std::abort();
  }
  return 0;
}
