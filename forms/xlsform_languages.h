// Languages as an XLSForm names them ("English (en)", "日本語", "default") and our codes for them.
// Internal to xlsform*.cpp, and for writing a workbook.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace genpyo::forms::xlsform {

// What a column says that names no language.
constexpr std::string_view unnamed_language = "und";

class Languages {
 public:
  // The language of columns that name none; "" where the form says nothing of it.
  void set_default(const std::string& written);
  // Takes note of a language, in the order of the sheets.
  void add(const std::string& written);
  // What names no language is in this one; nothing changes where that one is among them by name.
  void call_unnamed(const std::string& code);
  // Its code; "" for one that was never added.
  std::string code(const std::string& written) const;
  const std::vector<std::string>& codes() const { return codes_; }  // the default first
  // Those whose code had to be invented: as written, and the code.
  const std::vector<std::pair<std::string, std::string>>& invented() const { return invented_; }

 private:
  std::string effective(const std::string& written) const;

  std::string default_;
  std::vector<std::pair<std::string, std::string>> known_;  // as written → code
  std::vector<std::string> codes_;
  std::vector<std::pair<std::string, std::string>> invented_;
};

// "en" → "English (en)", "und" → "".
std::string language_header(const std::string& code);

}  // namespace genpyo::forms::xlsform
