#include "forms/xlsform_languages.h"

#include <algorithm>
#include <array>

namespace genpyo::forms::xlsform {
namespace {

struct Known {
  std::string_view code, own, english;
};
constexpr std::array known_languages = {
    Known{"am", "አማርኛ", "amharic"}, Known{"ar", "العربية", "arabic"}, Known{"bn", "বাংলা", "bengali"},
    Known{"de", "Deutsch", "german"}, Known{"en", "English", "english"}, Known{"es", "Español", "spanish"},
    Known{"fa", "فارسی", "persian"}, Known{"fr", "Français", "french"}, Known{"ha", "Hausa", "hausa"},
    Known{"hi", "हिन्दी", "hindi"}, Known{"id", "Bahasa Indonesia", "indonesian"}, Known{"it", "Italiano", "italian"},
    Known{"ja", "日本語", "japanese"}, Known{"km", "ខ្មែរ", "khmer"}, Known{"ko", "한국어", "korean"},
    Known{"my", "မြန်မာ", "burmese"}, Known{"ne", "नेपाली", "nepali"}, Known{"nl", "Nederlands", "dutch"},
    Known{"pt", "Português", "portuguese"}, Known{"ru", "Русский", "russian"}, Known{"so", "Soomaali", "somali"},
    Known{"sw", "Kiswahili", "swahili"}, Known{"th", "ไทย", "thai"}, Known{"tl", "Tagalog", "tagalog"},
    Known{"tr", "Türkçe", "turkish"}, Known{"uk", "Українська", "ukrainian"}, Known{"ur", "اردو", "urdu"},
    Known{"vi", "Tiếng Việt", "vietnamese"}, Known{"zh", "中文", "chinese"}};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return out;
}

bool is_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

// "English (en)" → en, "Português (pt-BR)" → pt, "fr" → fr, "Swahili" → sw; "" for what is neither.
std::string code_in(const std::string& written) {
  const std::size_t open = written.rfind('(');
  if (open != std::string::npos && written.ends_with(')')) {
    std::string inside = lower(written.substr(open + 1, written.size() - open - 2));
    inside = inside.substr(0, inside.find_first_of("-_"));
    if (is_code(inside)) return inside;
  }
  const std::string small = lower(written);
  if (is_code(small)) return small;
  const std::string word = small.substr(0, small.find(" ("));
  for (const Known& known : known_languages) {
    if (word == known.english || word == lower(known.own)) return std::string(known.code);
  }
  return "";
}

}  // namespace

void Languages::set_default(const std::string& written) { default_ = written; }

std::string Languages::effective(const std::string& written) const {
  return written.empty() || written == "default" ? default_ : written;
}

void Languages::add(const std::string& given) {
  const std::string written = effective(given);
  if (!code(written).empty()) return;
  std::string chosen = written.empty() || written == "default" ? std::string(unnamed_language) : code_in(written);
  const auto is_taken = [this](const std::string& one) {
    return std::find(codes_.begin(), codes_.end(), one) != codes_.end();
  };
  if (chosen.empty() || is_taken(chosen)) {  // ISO 639-2: qaa to qtz are free for private use
    const std::size_t number = invented_.size();
    chosen = {'q', static_cast<char>('a' + number / 26 % 20), static_cast<char>('a' + number % 26)};
    invented_.emplace_back(written, chosen);
  }
  known_.emplace_back(written, chosen);
  const bool first = written == default_ || (default_.empty() && chosen == unnamed_language);
  codes_.insert(first ? codes_.begin() : codes_.end(), chosen);
}

void Languages::call_unnamed(const std::string& code) {
  if (std::find(codes_.begin(), codes_.end(), code) != codes_.end()) return;
  std::replace(codes_.begin(), codes_.end(), std::string(unnamed_language), code);
  for (auto& [written, known] : known_) {
    if (known == unnamed_language) known = code;
  }
}

std::string Languages::code(const std::string& given) const {
  const std::string written = effective(given);
  const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& one) { return one.first == written; });
  return found == known_.end() ? "" : found->second;
}

std::string language_header(const std::string& code) {
  if (code == unnamed_language) return "";
  for (const Known& known : known_languages) {
    if (known.code == code) return std::string(known.own) + " (" + code + ")";
  }
  return code + " (" + code + ")";
}

}  // namespace genpyo::forms::xlsform
