#include "store/journal.h"

#include <catch2/catch.hpp>

#include "store/encoding.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;

TEST_CASE("The hash of a line is the one that schema.cpp describes", "[store][journal]") {
  const Line line{1,      "11-001",       1,  "mark",      "founder", "[1]", "", "1",
                  "佐藤", half_past_nine, "", no_previous, ""};

  // hashlib.sha256 of 64:000…,1:1,6:11-001,1:1,4:mark,7:founder,3:[1],0:,1:1,6:佐藤,24:2018…,0:,
  CHECK(hash_of(line) == "7027fcf6ad4458399103ca4623f373fff2463229b5f810d85503e44825581672");
}

TEST_CASE("Fields that only change places have another hash", "[store][journal]") {
  Line line;
  line.subject = "ab";
  line.content = "c";
  Line other;
  other.subject = "a";
  other.content = "bc";

  CHECK(hash_of(line) != hash_of(other));
}

TEST_CASE("Every line follows the one before by its hash", "[store][journal]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  { store_with_a_case(path); }

  const auto previous = query(path, "SELECT previous FROM mark ORDER BY sequence");
  const auto hashes = query(path, "SELECT hash FROM mark ORDER BY sequence");

  REQUIRE(hashes.size() == 3);
  CHECK(previous == std::vector<std::string>{std::string(64, '0'), hashes[0], hashes[1]});
}

TEST_CASE("The journal refuses to be altered, whatever program tries", "[store][journal]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  { store_with_a_case(path); }
  const std::string columns =
      "case_id, pass, action, subject, content, text, raw, operator, at, "
      "reason, previous, hash";
  const std::string sql =
      GENERATE_COPY(std::string("UPDATE mark SET content = '2' WHERE sequence = 3"),
                    std::string("DELETE FROM mark WHERE sequence = 3"),
                    "REPLACE INTO mark SELECT 3, " + columns + " FROM mark WHERE sequence = 2",
                    "INSERT INTO mark SELECT 9, " + columns + " FROM mark WHERE sequence = 3",
                    "INSERT INTO mark SELECT 0, " + columns + " FROM mark WHERE sequence = 3");

  CHECK(tamper(path, sql) == "the journal is append-only");
  CHECK(open_at(path).audit()->findings.empty());
}

TEST_CASE("Content that no mark has is not read", "[store][journal]") {
  const std::string text =
      GENERATE("1.5", "true", "null", "[]", "[1.5]", "[\"1\"]", "[99999999999]", "{}",
               "{\"missing\":7}", "{\"missing\":\"gone\"}", "18446744073709551615",
               "{\"missing\":\"several_marks\",\"codes\":\"1 3\"}", "[1", "");
  Line line;
  line.action = "mark";
  line.content = text;

  CHECK_FALSE(entry_of(line).has_value());
}

TEST_CASE("Content is written as plain JSON", "[store][journal]") {
  CHECK(encode_content(std::int64_t{-3}, {}) == "-3");
  CHECK(encode_content(forms::Codes{1, 5}, {}) == "[1,5]");
  CHECK(encode_content(std::string("\"a\""), {}) == R"("\"a\"")");
  CHECK(encode_content(forms::Missing::illegible, {}) == R"({"missing":"illegible"})");
  CHECK(encode_content(forms::Missing::several_marks, {1, 3}) ==
        R"({"codes":[1,3],"missing":"several_marks"})");
}

TEST_CASE("A snapshot is written to the byte as schema.cpp says, and read back", "[store]") {
  Snapshot snapshot;
  snapshot.marks["b"] = {std::string("髙 \"a\"\\\n\x7f"), {}, "a/b"};
  snapshot.marks["a\""] = {forms::Codes{1, 5}, {}, "\x01"};
  snapshot.marks["c"] = {forms::Missing::several_marks, {1, 3}, "+1 3"};
  snapshot.marks["d"] = {std::int64_t{-7}, {}, ""};
  snapshot.notes["b"] = "two\nlines";
  snapshot.confirmed = {"check:z", "check:a"};

  const std::string text = encode(snapshot);

  CHECK(text == "{\"confirmed\":[\"check:a\",\"check:z\"],\"marks\":{"
                R"("a\"":{"content":[1,5],"raw":"\u0001"},)"
                "\"b\":{\"content\":\"髙 \\\"a\\\"\\\\\\n\x7f\",\"raw\":\"a/b\"},"
                R"("c":{"content":{"codes":[1,3],"missing":"several_marks"},"raw":"+1 3"},)"
                R"("d":{"content":-7,"raw":""}},)"
                R"("notes":{"b":"two\nlines"},"overridden":{}})");
  CHECK(decode(text)->marks == snapshot.marks);
  CHECK(encode(Snapshot{}) == R"({"confirmed":[],"marks":{},"notes":{},"overridden":{}})");
}

TEST_CASE("The content of a date is written as schema.cpp says, and nothing else is one",
          "[store][journal]") {
  CHECK(encode_content(forms::PartialDate{1964, 4, {}}, {}) == R"({"date":"1964-04-XX"})");
  CHECK(decode_content(R"({"date":"1964-04-XX"})")->value ==
        forms::Value(forms::PartialDate{1964, 4, {}}));
  CHECK(decode_content(R"("1964-04-01")")->value == forms::Value(std::string("1964-04-01")));
  for (const char* forged :
       {R"({"date":5})", R"({"date":null})", R"({"date":"2018-02-30"})", R"({"date":"XXXX-XX-XX"})",
        R"({"date":"S39.4.1"})", R"({"date":""})", R"({"date":["1964-04-01"]})"}) {
    CAPTURE(forged);
    CHECK_FALSE(decode_content(forged));
  }
}
