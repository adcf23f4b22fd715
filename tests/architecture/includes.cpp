#include "includes.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace genpyo::architecture {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // from the root: "store/store.h"
  std::string target;  // as written between the quotes or brackets
  bool own = false;    // in quotes
};

// What each room may include of our own. The longest matching room counts.
struct Room {
  std::string folder;
  std::vector<std::string> may_include;
};
const std::vector<Room> include_table = {
    {"forms/", {"forms/"}},
    {"forms/paper/", {"forms/"}},
    {"validators/", {"forms/", "validators/"}},
    {"store/", {"forms/", "store/"}},
    {"export/", {"forms/", "validators/", "export/"}},
    {"app/session/", {"forms/", "validators/", "store/", "export/", "app/session/"}},
    {"app/ui/", {"forms/", "validators/", "app/session/", "app/ui/"}},
    {"app/cli/", {"forms/", "validators/", "store/", "export/", "app/session/", "app/cli/"}},
    {"app/main.cpp", {"app/"}},
};

// The rest of forms/ does not know of paper: what is asked does not depend on how it lies.
bool breaks_paper(const Include& include) {
  return include.file.starts_with("forms/") && !include.file.starts_with("forms/paper/") &&
         include.target.starts_with("forms/paper/");
}

// Who may include a library's headers: files that begin with one of these.
struct Owner {
  std::regex header;
  std::string library;
  std::vector<std::string> files;
};
const std::vector<Owner>& owner_table() {
  static const std::vector<Owner> table = {
      {std::regex("yaml-cpp/.*"), "yaml-cpp", {"forms/yaml.cpp"}},
      {std::regex("unicode/.*"), "ICU", {"forms/text.cpp", "forms/zone.cpp"}},
      {std::regex("ft2build\\.h|freetype/.*"), "FreeType", {"forms/paper/font.cpp"}},
      {std::regex("qrencode\\.h"), "libqrencode", {"forms/paper/qr.cpp"}},
      {std::regex("zlib\\.h"), "zlib", {"forms/zip.cpp"}},
      {std::regex("readstat\\.h"), "ReadStat", {"export/readstat_"}},
      {std::regex("xlsxwriter\\.h"), "libxlsxwriter", {"export/workbook"}},
      {std::regex("sodium\\.h"), "libsodium", {"app/session/pin.cpp"}},
      {std::regex("gcrypt\\.h"), "libgcrypt", {"forms/digest.cpp", "forms/sha256.cpp"}},
      {std::regex("SQLiteCpp/.*|sqlite3\\.h"), "SQLite", {"store/", "export/sqlite_dataset.cpp", "export/sqlite_reader.cpp"}},
      {std::regex("nlohmann/.*"), "nlohmann/json", {"store/", "export/", "app/cli/"}},
      {std::regex("simdjson\\.h"), "simdjson", {"store/case_reader.cpp"}},
      {std::regex("hpdf\\.h"), "libharu", {"export/pdf"}},
      {std::regex("hb(-[a-z]+)?\\.h"), "HarfBuzz", {"export/pdf_subset.cpp"}},
      {std::regex("boost/.*"), "Boost", {"export/tables/"}},
      {std::regex("(backends/)?imgui.*|GLFW/.*|GL/.*"), "Dear ImGui and GLFW", {"app/ui/"}},
      {std::regex("alsa/.*"), "ALSA", {"app/ui/sound.cpp"}},
      {std::regex("X11/.*|dlfcn\\.h|poll\\.h"), "Xlib", {"app/ui/ime"}},
      {std::regex("CLI/.*"), "CLI11", {"app/cli/arguments.cpp"}},
  };
  return table;
}

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&text](const std::string& beginning) { return text.starts_with(beginning); });
}

const Room* room_of(const std::string& file) {
  const Room* best = nullptr;
  for (const Room& room : include_table) {
    const bool longer = best == nullptr || room.folder.size() > best->folder.size();
    if (file.starts_with(room.folder) && longer) best = &room;
  }
  return best;
}

std::vector<Include> all_includes(const fs::path& root) {
  static const std::regex line_of("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::vector<Include> includes;
  for (const char* folder : {"forms", "validators", "store", "export", "app"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream file(entry.path());
      std::string line;
      std::smatch match;
      while (std::getline(file, line)) {
        if (!std::regex_match(line, match, line_of)) continue;
        includes.push_back({fs::relative(entry.path(), root).string(), match[2], match[1] == "\""});
      }
    }
  }
  return includes;
}

std::string fault_of(const Include& include) {
  if (include.own) {
    const Room* room = room_of(include.file);
    if (room == nullptr) return include.file + " is in no room of the include table.";
    if (!begins_with_one_of(include.target, room->may_include) || breaks_paper(include)) {
      return include.file + " may not include " + include.target + ".";
    }
    return "";
  }
  for (const Owner& owner : owner_table()) {
    if (!std::regex_match(include.target, owner.header)) continue;
    if (begins_with_one_of(include.file, owner.files)) return "";
    return include.file + " includes " + include.target + ", but " + owner.library + " belongs to " +
           owner.files.front() + ".";
  }
  static const std::regex system("[a-z_0-9]+|(unistd|fcntl|pwd|dirent|errno|signal|termios)\\.h|sys/(file|ioctl|mman|stat|types|wait|xattr)\\.h");
  if (std::regex_match(include.target, system)) return "";
  return include.file + " includes " + include.target + ", which has no owner in the table.";
}

}  // namespace

std::vector<std::string> violations(const fs::path& root) {
  std::vector<std::string> found;
  for (const Include& include : all_includes(root)) {
    if (std::string fault = fault_of(include); !fault.empty()) found.push_back(std::move(fault));
  }
  return found;
}

std::vector<std::string> circles(const fs::path& root) {
  std::map<std::string, std::vector<std::string>> graph;
  for (const Include& include : all_includes(root)) {
    if (include.own) graph[include.file].push_back(include.target);
  }
  std::vector<std::string> found, path;
  std::set<std::string> finished;
  const std::function<void(const std::string&)> visit = [&](const std::string& file) {
    if (const auto start = std::find(path.begin(), path.end(), file); start != path.end()) {
      std::string circle;
      for (auto step = start; step != path.end(); ++step) circle += *step + " → ";
      found.push_back(circle + file);
      return;
    }
    if (!finished.insert(file).second) return;
    path.push_back(file);
    for (const std::string& target : graph[file]) visit(target);
    path.pop_back();
  };
  std::vector<std::string> files;
  for (const auto& [file, targets] : graph) files.push_back(file);
  for (const std::string& file : files) visit(file);
  return found;
}

}  // namespace genpyo::architecture
