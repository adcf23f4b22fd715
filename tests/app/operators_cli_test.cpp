// genpyo operators, as whoever runs the office has it: the real program and its file.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "app/session/operators.h"
#include "app/session/pin.h"
#include "program.h"
#include "session_fixture.h"

using namespace genpyo;
using namespace genpyo::test;

namespace {

struct Office {
  Folder folder;
  std::string file = folder.file("a.db.operators");

  Outcome add(const std::string& name, const std::string& pin, bool supervisor = false) const {
    std::vector<std::string> arguments = {"operators", "add", name, "--db", folder.file("a.db")};
    if (supervisor) arguments.push_back("--supervisor");
    return run_genpyo(arguments, {}, pin + "\n");
  }
  Outcome list() const { return run_genpyo({"operators", "list", "--file", file}); }
};

mode_t mode_of(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

}  // namespace

TEST_CASE("operators are added with the PIN from standard input, listed and removed") {
  const Office office;
  REQUIRE(office.add("佐藤", "1234").status == 0);
  REQUIRE(office.add("所長", "999999", true).status == 0);
  CHECK(office.list().out == "佐藤\tclerk\n所長\tsupervisor\n");
  const auto read = session::read_operators(office.file);
  REQUIRE(read);
  CHECK(session::pin_matches("1234", (*read)[0].pin_hash));
  CHECK(content_of(office.file).find("1234\"") == std::string::npos);
  CHECK(run_genpyo({"operators", "remove", "佐藤", "--file", office.file}).status == 0);
  CHECK(office.list().out == "所長\tsupervisor\n");
}

TEST_CASE("the file of operators is its owner's alone, also over a part that a crash left readable") {
  const Office office;
  write_file(office.file + ".part", "half");
  chmod((office.file + ".part").c_str(), 0644);
  REQUIRE(office.add("sato", "1234").status == 0);
  CHECK(mode_of(office.file) == 0600);
  CHECK_FALSE(std::filesystem::exists(office.file + ".part"));
}

TEST_CASE("what is no PIN or no name makes no operator, and nothing changes") {
  const Office office;
  REQUIRE(office.add("sato", "1234").status == 0);
  const std::string before = content_of(office.file);
  for (const char* pin : {"", "123", "12345678901234", "abcd", "1234 "}) {
    INFO(pin);
    CHECK(office.add("kato", pin).status == 2);
  }
  for (const char* name : {"12", " kato", "ka\nto"}) CHECK(office.add(name, "1234").status == 2);
  CHECK(office.add("sato", "9999").err.find("is an operator already") != std::string::npos);
  CHECK(run_genpyo({"operators", "remove", "kato", "--file", office.file}).status == 2);
  CHECK(content_of(office.file) == before);
}

TEST_CASE("a PIN is taken from no argument") {
  const Office office;
  CHECK(run_genpyo({"operators", "add", "sato", "1234", "--file", office.file}).status == 2);
  CHECK(run_genpyo({"operators", "add", "sato", "--pin", "1234", "--file", office.file}).status == 2);
  CHECK_FALSE(std::filesystem::exists(office.file));
}

TEST_CASE("a damaged file of operators is neither written over nor passed by") {
  const Office office;
  write_file(office.file, "operators: [sato]\n");
  CHECK(office.add("kato", "1234").status == 2);
  CHECK(content_of(office.file) == "operators: [sato]\n");
  const Outcome kiosk = run_genpyo({"kiosk", "--db", office.folder.file("a.db")}, {{"DISPLAY", ""}});
  CHECK(kiosk.status == 2);
  CHECK(kiosk.err.find("a.db.operators:1") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(office.folder.file("a.db")));
}

TEST_CASE("a kiosk that nobody could leave, or that was to have operators, does not open") {
  const Office office;
  const std::string db = office.folder.file("a.db");
  CHECK(run_genpyo({"kiosk", "--kiosk", "--db", db}).err.find("--kiosk needs operators") != std::string::npos);
  CHECK(run_genpyo({"kiosk", "--operators", office.file, "--db", db}).status == 2);
  REQUIRE(office.add("sato", "1234").status == 0);
  REQUIRE(run_genpyo({"operators", "remove", "sato", "--file", office.file}).status == 0);
  CHECK(run_genpyo({"kiosk", "--db", db}).err.find("holds no operator") != std::string::npos);
}

// A terminal of our own: what the person types goes to one end, what the screen shows comes from it.
TEST_CASE("at a terminal the PIN is asked for twice and not shown") {
  const std::string second = GENERATE("2468", "2469");
  const Office office;
  const int person = posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE((person >= 0 && grantpt(person) == 0 && unlockpt(person) == 0));
  const std::string terminal = ptsname(person);
  const pid_t child = fork();
  if (child == 0) {
    setsid();
    const int end = open(terminal.c_str(), O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(end, stream);
    execl(GENPYO_PROGRAM, "genpyo", "operators", "add", "sato", "--file", office.file.c_str(), nullptr);
    _exit(127);
  }
  std::string screen;
  std::size_t answered = 0;
  for (char c = 0; read(person, &c, 1) == 1;) {  // ends with an error when the program does
    screen += c;
    const bool is_asked = screen.ends_with(": ") && answered < 2;
    if (!is_asked) continue;
    const std::string line = (answered++ == 0 ? "2468" : second) + "\n";
    REQUIRE(write(person, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
  }
  int status = 0;
  waitpid(child, &status, 0);
  close(person);
  INFO(screen);
  CHECK(answered == 2);
  CHECK(screen.find("246") == std::string::npos);
  CHECK(WEXITSTATUS(status) == (second == "2468" ? 0 : 2));
  CHECK(std::filesystem::exists(office.file) == (second == "2468"));
}
