#include "forms/text.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;
using Offsets = std::vector<std::size_t>;

TEST_CASE("UTF-8 is accepted only in its shortest form, without surrogates") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("髙﨑①～𠮷"));
  CHECK(is_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
  for (const char* broken : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                             "\xE5\x8C", "\x80", "\xFF", "a\xC3"}) {
    CAPTURE(broken);
    CHECK_FALSE(is_utf8(broken));
  }
}

TEST_CASE("Code points go to UTF-8 and back") {
  const std::string text = "a¥原𠮷";
  CHECK(code_points(text) == std::vector<char32_t>{U'a', U'¥', U'原', U'𠮷'});
  std::string again;
  for (const char32_t code_point : code_points(text)) append_utf8(again, code_point);
  CHECK(again == text);
}

TEST_CASE("Broken bytes and impossible code points become U+FFFD") {
  CHECK(code_points("a\xFF"
                    "b") == std::vector<char32_t>{U'a', 0xFFFD, U'b'});
  CHECK(code_points("\xE5\x8C").front() == 0xFFFD);
  std::string out;
  append_utf8(out, 0xD800);
  append_utf8(out, 0x110000);
  CHECK(out == "\uFFFD\uFFFD");
}

TEST_CASE("NFKC makes compatibility forms plain") {
  CHECK(nfkc("１２") == "12");
  CHECK(nfkc("ﾊﾞ") == "バ");
  CHECK(nfkc("①") == "1");
  CHECK(nfkc("") == "");
}

TEST_CASE("Plain forms change what an input method types, and nothing else") {
  CHECK(plain_forms("１，２３４　－") == "1,234 -");
  CHECK(plain_forms("−ー―") == "---");
  CHECK(plain_forms("10²①ﾊ原") == "10²①ﾊ原");
}

TEST_CASE("No line begins with a closing bracket, a small kana or a full stop") {
  // Breaks lie behind 「よ」 as a whole, behind い with its っ, and never before 。
  CHECK(line_breaks("あ「い」う。") == Offsets{3, 12, 18});
  CHECK(line_breaks("いっか") == Offsets{6, 9});
  CHECK(line_breaks("home care") == Offsets{5, 9});
  CHECK(line_breaks("").empty());
}

TEST_CASE("A cursor passes a base and its combining mark as one") {
  CHECK(grapheme_ends("か\u3099き") == Offsets{6, 9});
  CHECK(grapheme_ends("𠮷a") == Offsets{4, 5});
}

TEST_CASE("CP932 is read as Windows reads it") {
  std::string out;
  REQUIRE(from_cp932("\xFB\xFC\xFA\xB1\x87\x40\x81\x60\x81\x7C", out));
  CHECK(out == "髙﨑①～－");
  REQUIRE(from_cp932("\x8A\x98\x90\xCE\x5C\x7E\xB1", out));
  CHECK(out == "釜石\\~ｱ");
  REQUIRE(from_cp932("\x1A\x1C\x7F", out));  // ICU's own table swaps these
  CHECK(out == "\x1A\x1C\x7F");
}

TEST_CASE("Bytes that CP932 does not have are refused") {
  std::string out;
  for (const char* broken : {"\x81", "\x82\x20", "\x85\x40", "\xFF", "\xA0", "\xFC\x4C"}) {
    CAPTURE(broken);
    CHECK_FALSE(from_cp932(broken, out));
  }
}

TEST_CASE("A pattern must match the whole text") {
  CHECK(matches("11-001", "[0-9]{2}-[0-9]{3}"));
  CHECK_FALSE(matches("11-001 ", "[0-9]{2}-[0-9]{3}"));
  CHECK(matches("原票", "\\p{Han}+"));
}

TEST_CASE("A wrong pattern, or one that would take for ever, does not match") {
  CHECK_FALSE(matches("a", "("));
  CHECK_FALSE(matches("a", std::string(5'000, 'a') + "|a"));
  CHECK_FALSE(matches(std::string(60, 'a') + "b", "((a+)+)+c"));
  CHECK_FALSE(matches(std::string(60, 'a') + "b", "(a|aa)+c"));
}

TEST_CASE("Words end where a reader of Japanese or English would pause") {
  CHECK(word_ends("在宅医療を行う") == Offsets{6, 12, 15, 21});
  CHECK(word_ends("home care") == Offsets{4, 5, 9});
  CHECK(word_ends("").empty());
}

TEST_CASE("What CP932 of Windows cannot hold is named by its place") {
  CHECK(not_in_cp932("原票 髙﨑①㈱Ⅳ～－∥￢ｱ\\~").empty());
  CHECK(not_in_cp932("吉𠮷野") == Offsets{3});
  CHECK(not_in_cp932("a¥–é") == Offsets{1, 3, 6});  // never \\, - or e instead
  CHECK(not_in_cp932("〜−‖¢£¬") == Offsets{0, 3, 6, 9, 11, 13});  // Windows has ～－∥￠￡￢ there
  CHECK(not_in_cp932("a\uFEFF\u200D\u202E") == Offsets{1, 4, 7});  // nothing that cannot be seen is dropped
  CHECK(not_in_cp932("a\xFFz") == Offsets{1});
}

TEST_CASE("What CP932 can hold goes there and back") {
  for (int lead = 0x81; lead <= 0xFC; ++lead) {
    for (int trail = 0x40; trail <= 0xFC; ++trail) {
      std::string text;
      const std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
      if ((lead >= 0xA0 && lead < 0xE0) || !from_cp932(bytes, text)) continue;
      CAPTURE(lead, trail, text);
      CHECK(not_in_cp932(text).empty());
    }
  }
}
