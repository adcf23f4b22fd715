// The words of reports besides the form's own: Japanese, and English for any other language.
#pragma once
#include <string>
#include <string_view>

namespace genpyo::exports {

enum class Word {
  tables_and_figures,  // 集計表
  contents,            // 目次
  item,                // 項目
  number_answered,     // 回答数 (n)
  no_answer,           // 無回答
  all,                 // 全体
  mean_of_marks,       // 平均選択数
  form,                // 調査票
  version,             // 版
  cases_taken,         // 集計した票
  cases_left_out,      // 集計しなかった票(入力途中)
  open_included,       // 入力途中の票を含む
  cases_in_base,       // 集計対象
  data_of,             // データの日時
  data_hash,           // データのハッシュ
  data,                // データ
  rounding,            // 四捨五入
  several_marks,       // 複数回答
  fisher,              // p: …
  welch,
  no_case,             // 該当無し: …
  or_more,             // 以上
  continued,           // （つづき）
  call_back,           // お問い合わせ票
  case_number,         // 調査票番号
  please_answer,       // …
  regained,            // 復帰する表
  nobody_to_call,
  choose_one,
  choose_any,
  hidden,              // 秘匿
  not_coded,           // of a text: 分類なし
  sheet_about,         // データについて: sheets and heads of tables.xlsx
  sheet_figures,
  sheet_charts,
  table,
  title,
  base,
  number_least,
  number_most,
  notes,
  choice,
  column,
  unit,
  row_name,
  column_name,
  value,
  text_behind,
  chart_number,
  heading,
  cut,                 // what a cell cannot hold
};

std::string word(Word which, std::string_view language);

// The word of a column of tables.csv: "mean" → 平均; an unknown one as it is.
std::string word_of_statistic(std::string_view statistic, std::string_view language);

// "{}" in the text filled in, one after the other.
std::string filled(std::string text, std::initializer_list<std::string> values);

}  // namespace genpyo::exports
