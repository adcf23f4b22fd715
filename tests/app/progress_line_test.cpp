// How far a walk is, on one line of any width; and on a terminal only.
#include "app/cli/progress_line.h"

#include <catch2/catch.hpp>

#include "app/cli/report.h"

namespace genpyo::cli {
namespace {

TEST_CASE("The line tells how far it is, and the time that is left") {
  CHECK(progress_line("exported", 25, 100, 5, 80) == "exported 25/100 [#######.......................], 15 s left");
  CHECK(progress_line("exported", 1, 100, 1, 80).ends_with("], 1:39 min left"));
  CHECK(progress_line("exported", 1, 100, 2.57, 80).ends_with("], 4:14 min left"));
  CHECK(progress_line("exported", 100, 100, 9, 80).ends_with("#], 0 s left"));
}

TEST_CASE("Nothing is divided by zero, and more cases than there were are not past the end") {
  CHECK(progress_line("exported", 0, 100, 0, 80).find("left") == std::string::npos);
  CHECK(progress_line("exported", 7, 0, 3, 80) == "exported 7");
  CHECK(progress_line("exported", 103, 100, 3, 80).ends_with("#], 0 s left"));
}

TEST_CASE("The line is never wider than the terminal, and the bar goes first") {
  for (std::size_t columns = 0; columns <= 100; ++columns) {
    CHECK(progress_line("exported", 25, 100, 5, columns).size() <= columns);
  }
  CHECK(progress_line("exported", 25, 100, 5, 30) == "exported 25/100, 15 s left");
  CHECK(progress_line("exported", 25, 100, 5, 15) == "exported 25/100");
}

TEST_CASE("The line is drawn after a second, at most ten times a second, and wiped at the end") {
  std::chrono::steady_clock::time_point now{};
  std::string seen;
  {
    Progress progress("exported", 100, {[&] { return now; }, [&](const std::string& text) { seen += text; }, [] { return std::size_t{40}; }});
    progress.step();
    CHECK(seen.empty());
    now += std::chrono::seconds(2);
    progress.step();
    progress.step();
    CHECK(seen == "\r" + progress_line("exported", 2, 100, 2, 39) + "\033[K");
  }
  CHECK(seen.ends_with("\033[K\r\033[K"));
}

TEST_CASE("Nothing is drawn where nobody watches") {
  std::chrono::steady_clock::time_point now{};
  int asked = 0;
  Progress progress("exported", 100, {[&] { return now += std::chrono::seconds(9); }, nullptr, [&] { return std::size_t(++asked); }});
  progress.step();
  CHECK(asked == 0);
}

}  // namespace
}  // namespace genpyo::cli
