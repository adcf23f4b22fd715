#include "forms/paper/words.h"

#include <algorithm>
#include <array>

namespace genpyo::paper {
namespace {

bool japanese(std::string_view language) { return language == "ja"; }

}  // namespace

std::string language_of_pages(const forms::Form& form, std::string_view wanted) {
  const bool has_it = std::find(form.languages.begin(), form.languages.end(), wanted) != form.languages.end();
  return has_it || form.languages.empty() ? std::string(wanted) : form.default_language;
}

std::string word(Word which, std::string_view language) {
  const bool ja = japanese(language);
  switch (which) {
    case Word::choose_one: return ja ? "（○は1つ）" : "(circle one)";
    case Word::choose_any: return ja ? "（○はいくつでも）" : "(circle all that apply)";
    case Word::choose_one_each: return ja ? "（○はそれぞれ1つ）" : "(circle one in each row)";
    case Word::choose_any_each:
      return ja ? "（○はそれぞれいくつでも）" : "(circle all that apply in each row)";
    case Word::write_figure: return ja ? "（数字を記入）" : "(write a number)";
    case Word::write_date:
      return ja ? "（元号か西暦に○、年月日を記入）" : "(circle the era or CE and write the date)";
    case Word::write_decimal: return ja ? "（数字を記入、小数も可）" : "(write a number, decimals too)";
    case Word::write_time: return ja ? "（時刻を記入　例 14:30）" : "(write the time, e.g. 14:30)";
    case Word::write_moment:
      return ja ? "（年月日と時刻を記入　例 2018/4/1 14:30）"
                : "(write date and time, e.g. 2018/4/1 14:30)";
    case Word::write_order:
      return ja ? "（順位の高いものから順に番号を記入）"
                : "(write the numbers, the first in rank first)";
    case Word::western_year: return ja ? "西暦" : "CE";
    case Word::year: return ja ? "年" : "year";
    case Word::month: return ja ? "月" : "month";
    case Word::day: return ja ? "日" : "day";
    case Word::how_to_fill_in: return ja ? "ご記入にあたって" : "How to fill in this form";
    case Word::case_number: return ja ? "調査票番号" : "Case number";
    case Word::organization: return ja ? "団体" : "Organization";
    case Word::not_applicable: return ja ? "非該当" : "n/a";
    case Word::several_marks: return ja ? "複数" : "several";
    case Word::absent: return ja ? "欠" : "absent";
    case Word::page_absent: return ja ? "頁欠落" : "PAGE ABSENT";
    case Word::continued: return ja ? "（つづき）" : "(continued)";
    case Word::thanks:
      return ja ? "質問は以上です。ご協力ありがとうございました。"
                : "This is the end of the questionnaire. Thank you for your cooperation.";
  }
  return "";
}

std::string era_sign(forms::Era era, std::string_view language) {
  if (!japanese(language)) return std::string(1, forms::letter_of(era));
  constexpr std::array<std::string_view, forms::eras> signs = {"明", "大", "昭", "平", "令"};
  return std::string(signs[static_cast<std::size_t>(era)]);
}

std::string with_printed_numbers(std::string_view text, std::string_view language) {
  constexpr std::string_view question = "問";
  std::string printed(text);
  if (japanese(language)) return printed;
  for (std::size_t at = printed.find(question); at != std::string::npos;
       at = printed.find(question, at + 1)) {
    const std::size_t next = at + question.size();
    const bool number = next < printed.size() && printed[next] >= '0' && printed[next] <= '9';
    if (number) printed.replace(at, question.size(), "Q");
  }
  return printed;
}

std::string range_words(const forms::Range& range, std::string_view language) {
  const std::string start = plain_text(range.start), end = plain_text(range.end);
  const std::string step = plain_text(range.step);
  const bool ja = japanese(language);
  const std::string steps = step == "1" ? "" : ja ? "、" + step + "きざみ" : " in steps of " + step;
  return ja ? "（" + start + "～" + end + "の数字を記入" + steps + "）"
            : "(write a number from " + start + " to " + end + steps + ")";
}

std::string opening(std::string_view label, std::string_view language) {
  return japanese(language) ? "（" + std::string(label) + "：" : "(" + std::string(label) + ":";
}

std::string closing(std::string_view language) { return japanese(language) ? "）" : ")"; }

std::string go_to(std::string_view number, std::string_view language) {
  return japanese(language) ? "→" + with_printed_numbers(number, language) + "へ"
                            : "→ " + with_printed_numbers(number, language);
}

std::string page_of_pages(std::size_t page, std::size_t pages) {
  return std::to_string(page) + " / " + std::to_string(pages);
}

}  // namespace genpyo::paper
