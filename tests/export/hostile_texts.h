// The texts that every writer of datasets is tried with: one table for all of them.
#pragma once
#include <string>
#include <vector>

#include "tests/export/small_form.h"

namespace genpyo::exports {

struct HostileText {
  const char* name;
  std::string text;
  std::string in_utf8;  // what a file of UTF-8 without NUL must hold: the text, or what it becomes
  bool in_cp932 = true;
};

inline std::vector<HostileText> hostile_texts() {
  const auto kept = [](const char* name, const std::string& text, bool in_cp932 = true) {
    return HostileText{name, text, text, in_cp932};
  };
  std::string long_text;
  for (int count = 0; count < 32'768; ++count) long_text += "あ";
  return {kept("formula", "=HYPERLINK(\"http://x\";\"y\")"),
          kept("plus", "+1"),
          kept("minus", "-2"),
          kept("at", "@SUM(1)"),
          kept("wide formula", "＝１＋１"),
          kept("apostrophe", "'quoted"),
          kept("tab first", "\tcell"),
          kept("comma", "a,b;c"),
          kept("quote", "\"\"\"a\"b"),
          kept("newline", "one\ntwo\r\nthree\r"),
          kept("blanks", "  a  "),
          kept("backslash", "\\n \\x00 表"),
          kept("escape", "\x1B[31mred\x7F"),
          kept("null word", "NULL"),
          kept("sql", "'); DROP TABLE cases; --"),
          kept("markup", "<b>&amp;</b>]]>"),
          kept("32,768 characters", long_text),
          kept("rare kanji", "𠮷野家", false),
          kept("right to left", "שלום \u202Eabc", false),
          kept("half-width kana with marks", "ｶﾞｷﾞﾊﾟ"),
          kept("combining", "か\u3099", false),
          kept("emoji", "👨\u200D👩\u200D👧", false),
          kept("BOM", "\uFEFFa", false),
          kept("line separator", "a\u2028b", false),
          {"NUL", std::string("a\0b", 3), "a\uFFFDb", false},
          {"lone surrogate", "a\xED\xA0\x80z", "a\uFFFD\uFFFD\uFFFDz", false},
          {"broken byte", "a\xFFz", "a\uFFFDz", false}};
}

// A form of one text item, `features`, beside a figure.
inline forms::Form hostile_form() {
  forms::Form form;
  form.form_id = "survey";
  form.languages = {"ja", "en"};
  form.items = {item("features", forms::ItemType::text, label("特徴", "Features")),
                item("days", forms::ItemType::integer, label("日数", "Days"))};
  return form;
}

inline validators::Evaluation saying(const forms::Form& form, const std::string& text) {
  auto evaluation = evaluation_of(form, std::int64_t{7});
  state_of(evaluation, form, "features").value = text;
  return evaluation;
}

}  // namespace genpyo::exports
