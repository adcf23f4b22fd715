// Bad input and a bad world: one clear sentence, exit 2 or 3, nothing half-written.
#include <sys/mount.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "forms/csv.h"
#include "program.h"
#include "session_fixture.h"

namespace {

using namespace genpyo::test;
namespace fs = std::filesystem;

const std::string sample = std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv";

// Imports this text as CSV; the database must not come into being.
Outcome import_of(const std::string& csv) {
  const Folder folder;
  write_file(folder.file("bad.csv"), csv);
  const Outcome outcome = run_genpyo({"import", "home_care_2018", folder.file("bad.csv"), "--db", folder.file("x.db")});
  CHECK_FALSE(fs::exists(folder.file("x.db")));
  return outcome;
}

// A small file system of its own, gone with the object; `mounted` is false where that is not allowed.
class SmallDisk {
 public:
  SmallDisk(const Folder& folder, const char* options, unsigned long flags = 0) : path_(folder.file("disk")) {
    fs::create_directory(path_);
    mounted = mount("genpyo", path_.c_str(), "tmpfs", flags, options) == 0;
  }
  ~SmallDisk() {
    if (mounted) umount2(path_.c_str(), MNT_DETACH);
  }
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  bool mounted = false;

 private:
  std::string path_;
};

constexpr const char* no_mount = "skipped: mounting a small tmpfs is not allowed here (needs CAP_SYS_ADMIN)";

bool is_one_sentence(const std::string& err) {
  return !err.empty() && err.back() == '\n' && err.find('\n') == err.size() - 1;
}

}  // namespace

TEST_CASE("a wrong header is refused with what was meant") {
  const Outcome outcome = import_of("case_id,fuonder\n11-001,1\n");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("fuonder") != std::string::npos);
  CHECK(outcome.err.find("founder") != std::string::npos);
  CHECK(outcome.err.find("nothing of it was taken") != std::string::npos);
}

TEST_CASE("an unknown code is refused by row and column, and no row is taken") {
  const Outcome outcome = import_of("case_id,founder\n11-001,1\n11-002,9\n");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("bad.csv:3: founder: ") != std::string::npos);
}

TEST_CASE("bytes that are neither UTF-8 nor CP932 are refused, CP932 is read") {
  const Outcome broken = import_of("case_id,facility_name\n11-001,\xFF\xFE\x80\n");
  CHECK(broken.status == 2);
  CHECK(is_one_sentence(broken.err));
  CHECK(broken.err.find("neither UTF-8 nor CP932") != std::string::npos);

  const Folder folder;
  write_file(folder.file("cp932.csv"), "case_id,facility_name\n11-001,\x8C\xA9\x96\x7B\n");  // 見本
  const Outcome read = run_genpyo({"import", "home_care_2018", folder.file("cp932.csv"), "--db", folder.file("x.db")});
  CHECK(read.status <= 1);
  run_genpyo({"export", "--all", "--identifying", "--db", folder.file("x.db"), "-o", folder.file("out")});
  CHECK(content_of(folder.file("out/home_care_2018.csv")).find("見本") != std::string::npos);
}

TEST_CASE("a NUL byte is refused with its line") {
  const Outcome outcome = import_of(std::string("case_id,founder\n11-001,\0\n", 24));
  CHECK(outcome.status == 2);
  CHECK(is_one_sentence(outcome.err));
  CHECK(outcome.err.find("Line 2") != std::string::npos);
}

TEST_CASE("a field of 10 MB is refused with its line") {
  const Outcome outcome = import_of("case_id,facility_name\n11-001," + std::string(10u << 20, 'x') + "\n");
  CHECK(outcome.status == 2);
  CHECK(is_one_sentence(outcome.err));
  CHECK(outcome.err.find("Line 2") != std::string::npos);
  CHECK(outcome.err.size() < 300);
}

TEST_CASE("a form that is not there, and one that is no YAML, are told") {
  CHECK(run_genpyo({"check", "no_such_form"}).status == 3);
  const Folder folder;
  write_file(folder.file("form.yaml"), "form_id: [\n");
  const Outcome broken = run_genpyo({"print", folder.file("form.yaml"), "--blank", "-o", folder.file("a.pdf")});
  CHECK(broken.status == 2);
  CHECK(broken.err.find("FORM-001") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.file("a.pdf")));
}

TEST_CASE("a file that is not our database is refused and left as it was") {
  const Folder folder;
  write_file(folder.file("x.db"), "this is a letter, not a database");
  const Outcome outcome = run_genpyo({"import", "home_care_2018", sample, "--db", folder.file("x.db")});
  CHECK(outcome.status == 3);
  CHECK(is_one_sentence(outcome.err));
  CHECK(outcome.err.find("is not a Genpyo database") != std::string::npos);
  CHECK(content_of(folder.file("x.db")) == "this is a letter, not a database");
  CHECK(run_genpyo({"export", "--db", folder.file("x.db"), "-o", folder.file("out")}).status == 3);
}

TEST_CASE("a database that is not there is not made by reading") {
  const Folder folder;
  const Outcome outcome = run_genpyo({"tables", "--db", folder.file("none.db"), "-o", folder.file("out")});
  CHECK(outcome.status == 3);
  CHECK(is_one_sentence(outcome.err));
  CHECK_FALSE(fs::exists(folder.file("none.db")));
  CHECK_FALSE(fs::exists(folder.file("out")));
}

TEST_CASE("a folder that does not take files is told") {
  const Folder folder;
  const Outcome printed = run_genpyo({"print", "home_care_2018", "--blank", "-o", "/proc/genpyo.pdf"});
  CHECK(printed.status == 3);
  CHECK(is_one_sentence(printed.err));
  const Outcome imported = run_genpyo({"import", "home_care_2018", sample, "--db", "/proc/genpyo/x.db"});
  CHECK(imported.status == 3);
  CHECK(is_one_sentence(imported.err));
}

TEST_CASE("a read-only disk is told") {
  const Folder folder;
  const SmallDisk disk(folder, "size=1m", MS_RDONLY);
  if (!disk.mounted) {
    WARN(no_mount);
    return;
  }
  const Outcome printed = run_genpyo({"print", "home_care_2018", "--blank", "-o", disk.file("a.pdf")});
  CHECK(printed.status == 3);
  CHECK(is_one_sentence(printed.err));
  const Outcome imported = run_genpyo({"import", "home_care_2018", sample, "--db", disk.file("x.db")});
  CHECK(imported.status == 3);
  CHECK(is_one_sentence(imported.err));
}

TEST_CASE("a full disk is told, and nothing half-written stays") {
  const Folder folder;
  const SmallDisk disk(folder, "size=64k");  // less than a blank form
  if (!disk.mounted) {
    WARN(no_mount);
    return;
  }
  const Outcome printed = run_genpyo({"print", "home_care_2018", "--blank", "-o", disk.file("a.pdf")});
  CHECK(printed.status == 3);
  CHECK(is_one_sentence(printed.err));
  CHECK(printed.err.find("disk is full") != std::string::npos);
  CHECK_FALSE(fs::exists(disk.file("a.pdf")));
  CHECK_FALSE(fs::exists(disk.file("a.pdf.part")));

  const Outcome imported = run_genpyo({"import", "home_care_2018", sample, "--db", disk.file("x.db")});
  CHECK(imported.status == 3);
  CHECK(imported.err.find("full") != std::string::npos);
  const Outcome exported = run_genpyo({"export", "--all", "--db", disk.file("x.db"), "-o", folder.file("out")});
  CHECK(exported.status == 3);  // no case came into it: all of the file or nothing
}

TEST_CASE("a missing font is told with the package to install") {
  const Folder folder;
  const Outcome outcome = run_genpyo({"print", "home_care_2018", "--blank", "-o", folder.file("a.pdf")},
                                     {{"GENPYO_FONTS", folder.file("")}});
  CHECK(outcome.status == 3);
  CHECK(is_one_sentence(outcome.err));
  CHECK(outcome.err.find("fonts-ipaexfont-gothic") != std::string::npos);
}

TEST_CASE("the kiosk without a display says so") {
  const Folder folder;
  const Outcome outcome = run_genpyo({"kiosk", "--db", folder.file("x.db")}, {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
  CHECK(outcome.status == 3);
  CHECK(is_one_sentence(outcome.err));
}

TEST_CASE("a wrong command or option is usage, exit 2") {
  CHECK(run_genpyo({}).status == 2);
  CHECK(run_genpyo({"frobnicate"}).status == 2);
  CHECK(run_genpyo({"print", "-o", "a.pdf"}).status == 2);
  CHECK(run_genpyo({"--help"}).status == 0);
}
