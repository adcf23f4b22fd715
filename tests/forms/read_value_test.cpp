#include "forms/read_value.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

namespace {

Item item_of(ItemType type) {
  Item item;
  item.type = type;
  return item;
}

const Item one = item_of(ItemType::select_one);
const Item many = item_of(ItemType::select_multiple);
const Item figure = item_of(ItemType::integer);
const Item text = item_of(ItemType::text);
const Item date = item_of(ItemType::date);

const ChoiceList& list() {
  static const ChoiceList list{"list", {{1, {}}, {3, {}}, {7, {}}, {10, {}}, {43, {}}}};
  return list;
}

std::variant<Mark, Misread> read(const Item& item, std::string_view raw) {
  return read_value(item, &list(), raw);
}

// The mark that was read; one that never occurs where the text was refused.
Mark mark(const Item& item, std::string_view raw) {
  const auto outcome = read(item, raw);
  const auto* read_mark = std::get_if<Mark>(&outcome);
  return read_mark != nullptr ? *read_mark : Mark{Missing::not_keyed, {}, "refused"};
}

std::optional<Misread> misread(const Item& item, std::string_view raw) {
  const auto outcome = read(item, raw);
  const auto* fault = std::get_if<Misread>(&outcome);
  return fault != nullptr ? std::optional(*fault) : std::nullopt;
}

}  // namespace

TEST_CASE("A mark keeps what was keyed, to the letter") {
  CHECK(mark(one, "07").raw == "07");
  CHECK(mark(figure, " １，２３４").raw == " １，２３４");
  CHECK(mark(text, "a\r\n").raw == "a\r\n");
}

TEST_CASE("An empty box is no answer in every type") {
  for (const Item& item : {one, many, figure, text, date}) {
    CHECK(mark(item, "").content == Value(Missing::no_answer));
    CHECK(mark(item, "\r\n").content == Value(Missing::no_answer));
  }
  CHECK(mark(figure, " 　").content == Value(Missing::no_answer));
}

TEST_CASE("The four signs alone are the missing kinds, but text in a text") {
  const std::vector<std::tuple<const char*, const char*, Missing>> signs = {
      {"-", "－", Missing::dont_know},
      {"*", "＊", Missing::illegible},
      {"/", "／", Missing::not_applicable},
      {"+", "＋", Missing::several_marks}};
  for (const auto& [sign, wide, kind] : signs) {
    CAPTURE(sign);
    for (const Item& item : {one, many, figure, date}) {
      CHECK(mark(item, sign).content == Value(kind));
      CHECK(mark(item, wide).content == Value(kind));
      CHECK(mark(item, sign).several.empty());
    }
    CHECK(mark(text, sign).content == Value(std::string(sign)));
    CHECK(mark_missing(kind) == Mark{kind, {}, sign});
  }
}

TEST_CASE("Figures are read in every form that people write") {
  const std::vector<std::pair<const char*, std::int64_t>> figures = {
      {"0", 0},
      {"12", 12},
      {"007", 7},
      {"１２", 12},
      {" 5 ", 5},
      {"1,234", 1234},
      {"１，２３４", 1234},
      {"12,345,678", 12'345'678},
      {"9999999999", 9'999'999'999},
      {"9,999,999,999", 9'999'999'999},
      {"000000000000000000000000000001", 1}};
  for (const auto& [raw, value] : figures) {
    CAPTURE(raw);
    CHECK(mark(figure, raw).content == Value(value));
  }
}

TEST_CASE("What is not a whole figure is refused") {
  for (const char* raw : {"a", "1a", "-5", "+5", "1.5", "1,23", "1234,567", ",123", "1,", "1,,234",
                          "1 2", "10²", "①②", "½", "--", "1e3", "0x1F", "五"}) {
    CAPTURE(raw);
    CHECK(misread(figure, raw) == Misread::not_a_figure);
  }
}

TEST_CASE("A figure over 9,999,999,999 is refused, whatever its length") {
  CHECK(misread(figure, "10000000000") == Misread::figure_too_large);
  CHECK(misread(figure, std::string(30'000, '9')) == Misread::figure_too_large);
}

TEST_CASE("A single choice is read by its number") {
  CHECK(mark(one, "7").content == Value(Codes{7}));
  CHECK(mark(one, "07").content == Value(Codes{7}));
  CHECK(mark(one, "４３").content == Value(Codes{43}));
  CHECK(mark(one, "7 7").content == Value(Codes{7}));
  for (const char* raw : {"2", "0", "a", "7a", "7.0", "-7", ",", "99999999999999999999", "①"}) {
    CAPTURE(raw);
    CHECK(misread(one, raw) == Misread::unknown_code);
  }
}

TEST_CASE("The code 0 is read where the list has it, and no word stands for it") {
  const ChoiceList zero{"zero", {{1, {}}, {0, {}}}};
  const auto content = [&](std::string_view raw) {
    const auto outcome = read_value(one, &zero, raw);
    const auto* read_mark = std::get_if<Mark>(&outcome);
    return read_mark != nullptr ? read_mark->content : Value(Missing::not_keyed);
  };
  CHECK(content("0") == Value(Codes{0}));
  CHECK(content("word") == Value(Missing::not_keyed));
}

TEST_CASE("Two codes in a single choice need the sign that says so, and are then kept") {
  CHECK(misread(one, "1 3") == Misread::several_codes);
  CHECK(mark(one, "+3 1") == Mark{Missing::several_marks, {1, 3}, "+3 1"});
  CHECK(mark(one, "＋１、３").several == Codes{1, 3});
  CHECK(misread(one, "+1 2") == Misread::unknown_code);
  CHECK(misread(one, "1 2") == Misread::unknown_code);
}

TEST_CASE("Several choices are read ascending, each once, whatever parts them") {
  for (const char* raw :
       {"1 3 10", "10,3,1", "1、3､10", "１；３　１０", " 3 1  10 3 ", "1, 3; 10"}) {
    CAPTURE(raw);
    CHECK(mark(many, raw).content == Value(Codes{1, 3, 10}));
  }
  CHECK(misread(many, "1 2") == Misread::unknown_code);
  CHECK(mark(many, "+").several.empty());
}

TEST_CASE("Without a list every code is unknown") {
  CHECK(std::get<Misread>(read_value(one, nullptr, "1")) == Misread::unknown_code);
}

TEST_CASE("A text is kept as written, but for the end of its line") {
  for (const char* raw : {" a b ", "１２", "1,234", "行\n行\t", "髙﨑𠮷"}) {
    CAPTURE(raw);
    if (std::string_view(raw).back() == '\n') continue;
    CHECK(mark(text, raw).content == Value(std::string(raw)));
  }
  CHECK(mark(text, "a\r\n").content == Value(std::string("a")));
}

TEST_CASE("What is no text is refused in every type") {
  for (const Item& item : {one, many, figure, text, date}) {
    CHECK(misread(item, "1\x1B") == Misread::not_text);
    CHECK(misread(item, std::string_view("1\0", 2)) == Misread::not_text);
    CHECK(misread(item, "\xFF") == Misread::not_text);
    CHECK(misread(item, "a\rb") == Misread::not_text);
    CHECK(misread(item, "\u0085") == Misread::not_text);
    CHECK(misread(item, std::string(32'768, '1')) == Misread::text_too_long);
  }
  CHECK(mark(text, std::string(32'767, 'x')).content == Value(std::string(32'767, 'x')));
}

TEST_CASE("A date keeps what was keyed, its era too") {
  const Mark read = mark(date, "昭和39年4月1日");
  CHECK(read.content == Value(PartialDate{1964, 4, 1}));
  CHECK(read.raw == "昭和39年4月1日");
  CHECK(mark(date, "1964/4/*").content == Value(PartialDate{1964, 4, {}}));
}

TEST_CASE("Why a text is no date is told apart") {
  CHECK(misread(date, "4/1") == Misread::not_a_date);
  CHECK(misread(date, "+1 3") == Misread::not_a_date);
  CHECK(misread(date, "2018/2/30") == Misread::no_such_day);
  CHECK(misread(date, "S64.2.1") == Misread::outside_era);
  CHECK(misread(date, "M5.12.2") == Misread::old_calendar);
}

TEST_CASE("A draft reads back to the same mark") {
  const std::vector<std::pair<Item, std::vector<Value>>> answers = {
      {one, {Codes{1}, Codes{43}}},
      {many, {Codes{1}, Codes{1, 3, 7, 10, 43}}},
      {figure, {std::int64_t{0}, std::int64_t{1234}, std::int64_t{9'999'999'999}}},
      {date, {PartialDate{1964, 4, 1}, PartialDate{1964, 4, {}}, PartialDate{{}, {}, 1}}},
      {text,
       {std::string("-"), std::string("+1 3"), std::string(" 釜石\n市"), std::string("007")}}};
  for (const auto& [item, values] : answers) {
    for (const Value& value : values) {
      const std::string draft = to_draft(item, Mark{value, {}, ""});
      CAPTURE(draft);
      CHECK(mark(item, draft) == Mark{value, {}, draft});
    }
  }
}

TEST_CASE("A missing kind's draft reads back to it, where a draft can say it") {
  for (const Missing kind : {Missing::no_answer, Missing::dont_know, Missing::illegible,
                             Missing::not_applicable, Missing::several_marks}) {
    for (const Item& item : {one, many, figure, date}) {
      CHECK(mark(item, to_draft(item, mark_missing(kind))) == mark_missing(kind));
    }
    CHECK(to_draft(text, mark_missing(kind)) == "");  // "-" would become text
  }
  const Mark several{Missing::several_marks, {1, 3}, "+1 3"};
  CHECK(mark(one, to_draft(one, several)) == several);
  CHECK(to_draft(one, mark_missing(Missing::page_absent)) == "");
}
