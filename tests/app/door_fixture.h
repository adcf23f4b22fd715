// A session with a door, and a clock that the test turns.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "people.h"
#include "session_fixture.h"

namespace genpyo::test {

class Door {
 public:
  explicit Door(std::vector<session::Operator> operators = people(), bool kiosk = true)
      : operators_(std::move(operators)), kiosk_(kiosk) {
    restart();
  }

  // Ends the program and starts it anew on the same database.
  void restart() {
    session.reset();
    const auto clock = [this] { return time_of(now); };
    auto store = store::Store::open(database(), clock, "nobody");
    if (!store) throw std::runtime_error(store.failure().sentence);
    session::Entrance entrance{operators_, kiosk_, 5 * 60, [this] { return now; }};
    session::World world{std::move(*store), small_survey(), &fonts(), [] { return forms::Date{2018, 3, 1}; },
                         [](const std::string& utc) { return utc; }, "nobody", database(), "ja"};
    world.entrance = std::move(entrance);
    auto started = session::Session::start(std::move(world));
    if (!started) throw std::runtime_error(started.failure().sentence);
    session = std::move(*started);
  }

  void type(const std::string& characters) { key(*session, characters); }
  void press(session::Key pressed, bool ctrl = false) { test::press(*session, pressed, ctrl); }
  void wait(std::int64_t seconds) {
    now += seconds;
    session->apply(session::Tick{});
  }
  void open_a_case() { type("11-001\n"); }

  const session::State& state() const { return session->state(); }
  bool has_gate() const { return !state().gates.empty(); }
  const session::Gate& gate() const { return state().gates.back(); }

  std::vector<store::Entry> journal() const {
    auto reader = store::Store::open_read_only(database());
    if (!reader) throw std::runtime_error(reader.failure().sentence);
    return *reader->history(small_survey()->form, "11-001", "");
  }
  std::string database() const { return folder_.file("a.db"); }

  std::int64_t now = 0;  // seconds since half past nine
  std::unique_ptr<session::Session> session;

 private:
  static std::string time_of(std::int64_t seconds) {
    const auto part = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::int64_t whole = 9 * 3600 + 30 * 60 + seconds;
    return "2018-03-01T" + part(whole / 3600) + ":" + part(whole / 60 % 60) + ":" + part(whole % 60) + ".000Z";
  }

  Folder folder_;
  std::vector<session::Operator> operators_;
  bool kiosk_;
};

}  // namespace genpyo::test
