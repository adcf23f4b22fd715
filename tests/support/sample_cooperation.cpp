#include "tests/support/sample_facility.h"

namespace genpyo::sample {
namespace {

// An answer to 問24 and the classes that an office would give it. None of them was ever written by
// a clinic; the rare kanji are there because real names have them.
struct Feature {
  const char* text;
  const char* codes;
};

constexpr Feature features[] = {
    {"見本﨑病院の地域連携室が窓口になり、急変時の入院がその日のうちに決まる。", "1"},
    {"髙見本クリニックと互いに代診を頼める間柄で、休みの日も安心して任せられる。", "2"},
    {"𠮷見本訪問看護ステーションと毎朝電話で申し送りをしている。", "2"},
    {"共有カルテを見れば夜間でも経過が分かるので、当番の医師が困らない。", "3"},
    {"ケアマネジャーが退院前の会議を必ず開き、診療所にも声をかけてくれる。", "4"},
    {"医師会の事務局が副主治医を探してくれる。", "5"},
    {"重い障害のある子どもは、専門の診療所と二人で受け持つことにしている。", "2 6"},
    {"市の担当課が年4回の連絡会を開き、顔の見える関係ができた。", "7"},
    {"基幹病院の医師と医師会の勉強会で知り合い、直接相談できる。", "1 5"},
    {"非公開の連絡板に写真を載せ、薬剤師や看護師からもすぐ返事が来る。", "2 3"},
    {"地域包括支援センターが近く、立ち話で済むことも多い。", "4"},
    {"﨑見本医院、髙見本医院、当院の三軒で看取りの当番を回している。", "2"},
    {"特別な仕組みはないが、長年の付き合いで融通し合っている。", ""},
};

void write_feature(Draw& draw, Sheet& sheet) {
  const Feature& feature = features[draw.below(static_cast<int>(std::size(features)))];
  sheet.write("cooperation_features", feature.text);
  if (*feature.codes != '\0') sheet.write("cooperation_features_code", feature.codes);
}

// Marks some choices, or now and then the one that says there are none.
void mark_some_or_none(const std::string& item, std::initializer_list<int> per_cent,
                       int none_per_cent, Draw& draw, Sheet& sheet) {
  if (draw.chance(4)) return;  // passed over
  if (draw.chance(none_per_cent)) {
    sheet.figure(item, static_cast<int>(per_cent.size()) + 1);
  } else {
    mark_some(item, per_cent, draw, sheet);
  }
}

bool marked(const Sheet& sheet, const std::string& item, int code) {
  const auto found = sheet.cells.find(item);
  if (found == sheet.cells.end()) return false;
  return (" " + found->second + " ").find(" " + std::to_string(code) + " ") != std::string::npos;
}

void specify_other(const std::string& item, int code, const char* text, Sheet& sheet) {
  if (marked(sheet, item, code)) sheet.write(item + "_other", text);
}

void answer_partners(Draw& draw, Sheet& sheet) {
  if (draw.chance(3)) return;  // passed over the whole page
  mark_some("partners",
            {68, 44, 33, 70, 90, 77, 58, 46, 38, 37, 42, 36, 20, 14, 33, 42, 48, 33, 13, 46}, draw,
            sheet);
  if (marked(sheet, "partners", 5)) {
    mark_some("nursing_cooperation", {98, 94, 90, 66, 60, 55, 58, 60, 48, 4}, draw, sheet);
  }
  if (draw.chance(83)) {
    mark_some("pharmacy_cooperation", {78, 78, 67, 62, 55, 68, 64, 70, 52, 4}, draw, sheet);
  }
  mark_some("sharing_methods", {83, 79, 39, 34, 30, 35, 44, 50, 3}, draw, sheet);
}

}  // namespace

void answer_cooperation(Draw& draw, Sheet& sheet) {
  answer_partners(draw, sheet);
  sheet.circle("meetings", draw.pick({{1, 81}, {2, 6}, {3, 17}, {4, 14}, {0, 6}}));
  mark_some_or_none("consultation", {76, 70, 55, 51, 20, 30, 18, 9, 3}, 3, draw, sheet);
  mark_some_or_none("continuation_issues", {43, 32, 22, 22, 21, 34, 30, 24, 28, 10, 12, 10, 4}, 6,
                    draw, sheet);
  if (draw.chance(40)) write_feature(draw, sheet);
  mark_some_or_none("regional_issues", {61, 54, 48, 35, 28, 34, 27, 18, 24, 24, 4}, 4, draw, sheet);

  specify_other("nursing_cooperation", 10, "夜間の電話当番(見本)", sheet);
  specify_other("pharmacy_cooperation", 10, "退院時の薬の引き継ぎ(見本)", sheet);
  specify_other("sharing_methods", 9, "紙の診療情報提供書(見本)", sheet);
  specify_other("consultation", 9, "大学の医局(見本)", sheet);
  specify_other("continuation_issues", 13, "冬の積雪と駐車場(見本)", sheet);
  specify_other("regional_issues", 11, "交通の便(見本)", sheet);
}

}  // namespace genpyo::sample
