#include "forms/digest.h"

#include <catch2/catch.hpp>

namespace genpyo::forms {

// JavaRosa's own examples.
TEST_CASE("A digest is that of the algorithm's name") {
  CHECK(hex(digest("some text", "MD5").value()) == "552e21cd4cd9918678e3c1a0df491bc3");
  CHECK(base64(digest("some text", "SHA-1").value()) == "N6pjx3OY2VRHMmLhoAV8HmMu2nc=");
  CHECK(base64(digest("some text", "SHA-256").value()) ==
        "uU9vElx546X/qoJvWEwQ1SraZp5nYgUbgmtVd20FrtI=");
  CHECK(base64(digest("some text", "SHA-384").value()) ==
        "zJTsPphzwLmnJIZEKVj2cQZ833e5QnQW0DFEDMYgQeLuE0RJhEfsDO2fcENGG9Hz");
  CHECK(digest("some text", "SHA-512").value().size() == 64);
  CHECK_FALSE(digest("some text", "CRC"));
}

TEST_CASE("Base64 is written and read back, whatever the length") {
  CHECK(base64("") == "");
  for (const std::string bytes : {"a", "ab", "abc", "abcd", "\xff\x01"})
    CHECK(from_base64(base64(bytes)).value() == bytes);
  CHECK(base64("ab") == "YWI=");
  CHECK(from_base64(" YW I ").value() == "ab");
  CHECK_FALSE(from_base64("Y"));
  CHECK_FALSE(from_base64("YW=I"));
  CHECK_FALSE(from_base64("往診"));
}

}  // namespace genpyo::forms
