#include "export/report/words.h"

#include <array>
#include <utility>

namespace genpyo::exports {
namespace {

struct Words {
  Word which;
  const char* japanese;
  const char* english;
};

constexpr std::array texts = {
    Words{Word::tables_and_figures, "集計表", "Tables and charts"},
    Words{Word::contents, "目次", "Contents"},
    Words{Word::item, "項目", "Item"},
    Words{Word::number_answered, "回答数 (n)", "Answers (n)"},
    Words{Word::no_answer, "無回答", "No answer"},
    Words{Word::all, "全体", "All"},
    Words{Word::mean_of_marks, "平均選択数", "Mean number of choices"},
    Words{Word::form, "調査票", "Form"},
    Words{Word::version, "{}(第{}版)", "{} (version {})"},
    Words{Word::cases_taken, "集計した票", "Cases taken"},
    Words{Word::cases_left_out, "集計しなかった票(入力途中)", "Cases left out (still open)"},
    Words{Word::open_included, "{}(入力途中の票を含む)", "{} (open cases included)"},
    Words{Word::cases_in_base, "うち集計対象", "of which in the base"},
    Words{Word::data_of, "データの日時(最後の入力)", "Date of the data (last entry)"},
    Words{Word::data_hash, "データのハッシュ(入力履歴の先頭)", "Hash of the data (head of the journal)"},
    Words{Word::data, "データ", "Data"},
    Words{Word::rounding, "数値は正確な値を四捨五入したもの(1.25→1.3)。該当する票がない欄は「該当無し」。",
          "Figures are exact values rounded half up (1.25 → 1.3); n/a stands where there is no case."},
    Words{Word::several_marks, "複数回答のため合計は100%を超えることがある",
          "Several answers were possible: the sum may exceed 100 %"},
    Words{Word::fisher, "p: 「{}」と「{}」の差、フィッシャーの正確確率検定(両側、多重比較の調整なし)",
          "p: \"{}\" against \"{}\", Fisher's exact test (two-sided, not adjusted for multiplicity)"},
    Words{Word::welch, "平均選択数のp: ウェルチのt検定(両側)", "p of the mean number of choices: Welch's t test (two-sided)"},
    Words{Word::no_case, "該当無し", "n/a"},
    Words{Word::or_more, "以上", "+"},
    Words{Word::continued, "(つづき)", "(continued)"},
    Words{Word::call_back, "ご回答の確認のお願い", "Please complete your answers"},
    Words{Word::case_number, "調査票番号", "Case number"},
    Words{Word::please_answer,
          "次の{}問が空欄でした。ご回答いただくと、貴院の結果を{}つの集計表に含めることができます。",
          "These questions were left blank: {}. With the answers your results can enter {} tables."},
    Words{Word::regained, "含まれるようになる集計表", "Tables regained"},
    Words{Word::nobody_to_call, "確認をお願いする票はありません", "There is no clinic to call"},
    Words{Word::choose_one, "○は1つ", "circle one"},
    Words{Word::hidden, "秘匿", "hidden"},
    Words{Word::not_coded, "分類されていない記述", "Not coded"},
    Words{Word::choose_any, "○はいくつでも", "circle all that apply"},
    Words{Word::sheet_about, "データについて", "About the data"},
    Words{Word::sheet_figures, "数値一覧", "Figures"},
    Words{Word::sheet_charts, "図のデータ", "Chart data"},
    Words{Word::table, "表", "Table"},
    Words{Word::title, "題名", "Title"},
    Words{Word::base, "対象", "Base"},
    Words{Word::number_least, "n (最小)", "n (least)"},
    Words{Word::number_most, "n (最大)", "n (most)"},
    Words{Word::notes, "注", "Notes"},
    Words{Word::choice, "選択肢", "Choice"},
    Words{Word::column, "区分", "Group"},
    Words{Word::unit, "単位", "Unit"},
    Words{Word::row_name, "行の名前", "Row name"},
    Words{Word::column_name, "列の名前", "Column name"},
    Words{Word::value, "値", "Value"},
    Words{Word::text_behind, "記述", "Text"},
    Words{Word::chart_number, "図", "Chart"},
    Words{Word::heading, "見出し", "Heading"},
    Words{Word::cut, "… (全文はtables.csv)", "… (whole in tables.csv)"},
};

struct Statistic {
  std::string_view name;
  const char* japanese;
  const char* english;
};

constexpr std::array statistics = {
    Statistic{"n", "n", "n"},           Statistic{"count", "件数", "Count"},
    Statistic{"percent", "%", "%"},     Statistic{"mean", "平均", "Mean"},
    Statistic{"median", "中央値", "Median"}, Statistic{"min", "最小値", "Min."},
    Statistic{"max", "最大値", "Max."}, Statistic{"p", "p", "p"},
    Statistic{"chi2", "χ²", "χ²"},
    Statistic{"chi2_df", "χ²の自由度", "d.f. of χ²"},
    Statistic{"chi2_p", "p(χ²検定)", "p (χ² test)"},
    Statistic{"cramers_v", "クラメールのV", "Cramér's V"},
    Statistic{"expected_below_5", "期待度数が5未満のセル数", "Cells with an expected count below 5"},
    Statistic{"mann_whitney_u", "マン・ホイットニーのU", "Mann–Whitney U"},
    Statistic{"mann_whitney_p", "p(マン・ホイットニー検定)", "p (Mann–Whitney)"},
    Statistic{"cliffs_delta", "クリフのδ", "Cliff's δ"},
    Statistic{"welch_t", "ウェルチのt", "Welch's t"},
    Statistic{"welch_df", "ウェルチの自由度", "Welch's d.f."},
    Statistic{"welch_p", "p(ウェルチの検定)", "p (Welch's test)"},
    Statistic{"cohens_d", "コーエンのd", "Cohen's d"},
    Statistic{"text", "記述", "Text"},
};

const char* chosen(const char* japanese, const char* english, std::string_view language) {
  return language == "ja" ? japanese : english;
}

}  // namespace

std::string word(Word which, std::string_view language) {
  for (const Words& each : texts) {
    if (each.which == which) return chosen(each.japanese, each.english, language);
  }
  return "";
}

std::string word_of_statistic(std::string_view statistic, std::string_view language) {
  for (const Statistic& each : statistics) {
    if (each.name == statistic) return chosen(each.japanese, each.english, language);
  }
  constexpr std::string_view holm = "_holm";
  if (!statistic.ends_with(holm)) return std::string(statistic);
  statistic.remove_suffix(holm.size());
  return word_of_statistic(statistic, language) + chosen("・Holm調整", ", Holm-adjusted", language);
}

std::string filled(std::string text, std::initializer_list<std::string> values) {
  std::size_t from = 0;
  for (const std::string& value : values) {
    const std::size_t place = text.find("{}", from);
    if (place == text.npos) break;
    text.replace(place, 2, value);
    from = place + value.size();
  }
  return text;
}

}  // namespace genpyo::exports
