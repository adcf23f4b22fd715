#include "app/ui/start_view.h"

#include <catch2/catch.hpp>

using namespace genpyo;

TEST_CASE("the list shows the cases that begin with what is typed, hyphen or not") {
  CHECK(ui::begins_with("11-001", ""));
  CHECK(ui::begins_with("11-001", "11-0"));
  CHECK(ui::begins_with("11-001", "1100"));
  CHECK_FALSE(ui::begins_with("11-001", "12"));
  CHECK_FALSE(ui::begins_with("11-001", "11-0012"));
}
