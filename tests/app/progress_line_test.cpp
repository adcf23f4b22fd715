// How far a walk is, on one line of any width; and on a terminal only.
#include "app/cli/progress_line.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "app/cli/report.h"

namespace genpyo::cli {
namespace {

TEST_CASE("The line tells how far it is, and the time that is left") {
  CHECK(progress_line({"exported", 25, 100, 5}, 80) == "exported  25/100 [#######.......................], 15 s left");
  CHECK(progress_line({"exported", 1, 100, 1}, 80).ends_with("], 1:39 min left"));
  CHECK(progress_line({"exported", 1, 100, 2.57}, 80).ends_with("], 4:14 min left"));
  CHECK(progress_line({"exported", 100, 100, 9}, 80).ends_with("#], 0 s left"));
}

TEST_CASE("Nothing is divided by zero, and more cases than there were are not past the end") {
  CHECK(progress_line({"exported", 0, 100, 0}, 80).find("left") == std::string::npos);
  CHECK(progress_line({"exported", 7, 0, 3}, 80) == "exported 7");
  CHECK(progress_line({"exported", 103, 100, 3}, 80).ends_with("#], 0 s left"));
}

TEST_CASE("The line is never wider than the terminal, and the bar goes first") {
  for (std::size_t columns = 0; columns <= 100; ++columns) {
    CHECK(progress_line({"exported", 25, 100, 5}, columns).size() <= columns);
  }
  CHECK(progress_line({"exported", 25, 100, 5}, 32) == "exported  25/100, 15 s left");
  CHECK(progress_line({"exported", 25, 100, 5}, 25) == "exported  25/100");
}

TEST_CASE("The line changes its place for nothing: not for a count that grows, nor for a time that shrinks") {
  const std::size_t columns = GENERATE(37, 42, 57, 77);
  std::size_t full = 0;
  for (std::size_t count = 1; count <= 1000; ++count) {
    const double seconds = count % 3 == 0 ? 0.5 : 4000;  // a time left that jumps between seconds and hours
    const std::string line = progress_line({"exported", count, 1000, seconds}, columns);
    INFO(line);
    CHECK(line.find('/') == 13);
    const auto now_full = static_cast<std::size_t>(std::count(line.begin(), line.end(), '#'));
    CHECK(now_full >= full);
    full = now_full;
  }
  CHECK((full > 0) == (columns >= 42));
}

TEST_CASE("A work of hours is told in hours") {
  CHECK(progress_line({"exported", 1, 100, 60}, 80).ends_with("], 1:39 h left"));
  CHECK(progress_line({"exported", 1, 100, 36.4}, 80).ends_with("], 1:00 h left"));
  CHECK(progress_line({"exported", 1, 100000, 3600}, 80).ends_with("], 99:59 h left"));
}

TEST_CASE("The bar and the time are over all walks, the figures of one") {
  CHECK(progress_line({"looked at", 50, 100, 5, 0, 1}, 80) == "looked at  50/100 [#######.......................], 15 s left");
  CHECK(progress_line({"exported", 50, 100, 9, 1, 0}, 80) == "exported  50/100 [######################........], 9 s left");
  CHECK(progress_line({"completing", 0, 0, 0, 2, 1}, 80) == "completing [####################..........]");
  CHECK(progress_line({"completing", 0, 0, 0, 1, 0}, 80) == "completing [##############################]");
}

TEST_CASE("The line is drawn after a second, at most ten times a second, and wiped at the end") {
  std::chrono::steady_clock::time_point now{};
  std::string seen;
  {
    Progress progress({"exported"}, {[&] { return now; }, [&](const std::string& text) { seen += text; }, [] { return std::size_t{60}; }});
    progress.begin(100);
    progress.step();
    CHECK(seen.empty());
    now += std::chrono::seconds(2);
    progress.step();
    progress.step();
    CHECK(seen == "\r" + progress_line({"exported", 2, 100, 2}, 57) + "\033[K");
  }
  CHECK(seen.ends_with("\033[K\r\033[K"));
}

TEST_CASE("One line is over two walks and what comes after them, and each has its word") {
  std::chrono::steady_clock::time_point now{};
  std::vector<std::string> seen;
  {
    Progress progress({"looked at", "exported"}, {[&] { return now += std::chrono::seconds(1); }, [&](const std::string& text) { seen.push_back(text); }, [] { return std::size_t{63}; }});
    progress.begin(2);
    progress.step();
    progress.begin(2);
    progress.step();
    progress.step();
    progress.end("completing");
  }
  const std::vector<std::string> lines = {progress_line({"looked at", 1, 2, 1, 0, 1}, 60), progress_line({"exported", 1, 2, 1, 1, 0}, 60),
                                          progress_line({"exported", 2, 2, 2, 1, 0}, 60), progress_line({"completing", 0, 0, 0, 2, 0}, 60)};
  REQUIRE(seen.size() == lines.size() + 1);
  for (std::size_t at = 0; at < lines.size(); ++at) CHECK(seen[at] == "\r" + lines[at] + "\033[K");
}

TEST_CASE("What comes after the walks is said sooner than a walk, and not after a wink") {
  std::chrono::steady_clock::time_point now{};
  const auto is_said_after = [&](std::chrono::milliseconds walk) {
    std::string seen;
    Progress progress({"exported"}, {[&] { return now; }, [&](const std::string& text) { seen += text; }, [] { return std::size_t{60}; }});
    progress.begin(1);
    now += walk;
    progress.step();
    CHECK(seen.empty());
    progress.end("completing");
    return !seen.empty();
  };
  CHECK(is_said_after(std::chrono::milliseconds(300)));
  CHECK_FALSE(is_said_after(std::chrono::milliseconds(299)));
}

TEST_CASE("The line is wiped once before another is said, and comes again") {
  std::chrono::steady_clock::time_point now{};
  std::string seen;
  {
    Progress progress({"exported"}, {[&] { return now += std::chrono::seconds(1); }, [&](const std::string& text) { seen += text; }, [] { return std::size_t{2}; }});
    progress.begin(2);
    progress.wipe();
    progress.step();
    progress.wipe();
    progress.wipe();
    seen += "said\n";
    progress.step();
  }
  CHECK(seen == "\r\033[K" "\r\033[K" "said\n" "\r\033[K" "\r\033[K");  // two columns have room for nothing
}

TEST_CASE("Nothing is drawn where nobody watches") {
  std::chrono::steady_clock::time_point now{};
  int asked = 0;
  Progress progress({"exported"}, {[&] { return now += std::chrono::seconds(9); }, nullptr, [&] { return std::size_t(++asked); }});
  progress.begin(100);
  progress.step();
  progress.end("completing");
  CHECK(asked == 0);
}

}  // namespace
}  // namespace genpyo::cli
