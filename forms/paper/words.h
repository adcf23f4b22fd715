// The words that every form prints besides its own: Japanese, and English for any other language.
#pragma once
#include <string>
#include <string_view>

#include "forms/era.h"
#include "forms/form.h"

namespace genpyo::paper {

// The language of a form's pages for somebody who reads `wanted`: that one, where the form has it, else
// the form's own. Labels and the words beside them are never in two languages.
std::string language_of_pages(const forms::Form& form, std::string_view wanted);

enum class Word {
  choose_one,       // （○は1つ）
  choose_any,       // （○はいくつでも）
  choose_one_each,  // （○はそれぞれ1つ）
  choose_any_each,  // （○はそれぞれいくつでも）
  write_figure,     // （数字を記入）
  write_date,       // （元号か西暦に○、年月日を記入）
  write_decimal,    // （小数も可）
  write_time,       // （時刻を記入 例 14:30）
  write_moment,     // （日付と時刻を記入 例 2018/4/1 14:30）
  write_order,      // （順位の高いものから番号を記入）
  western_year,     // 西暦
  year,             // 年
  month,            // 月
  day,              // 日
  how_to_fill_in,   // ご記入にあたって
  case_number,      // 調査票番号
  organization,     // 団体
  not_applicable,   // 非該当
  several_marks,    // 複数
  absent,           // 欠: of one question
  page_absent,      // 頁欠落: of a whole page
  continued,        // （つづき）
  thanks,           // 質問は以上です。…
};
std::string word(Word which, std::string_view language);

// 昭, S
std::string era_sign(forms::Era era, std::string_view language);

// The numbers of questions in a text, 問11-1, as they are in Japanese; in other languages Q11-1.
std::string with_printed_numbers(std::string_view text, std::string_view language);

// （0～10、0.5きざみ）
std::string range_words(const forms::Range& range, std::string_view language);

// Encloses the label of a line to write on: （label：
std::string opening(std::string_view label, std::string_view language);
std::string closing(std::string_view language);

// →問12へ
std::string go_to(std::string_view number, std::string_view language);

// 1 / 6
std::string page_of_pages(std::size_t page, std::size_t pages);

}  // namespace genpyo::paper
