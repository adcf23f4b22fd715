#include "forms/text.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <optional>

namespace genpyo::forms {
namespace {

// ICU counts in 32 bits; nothing that a form or a cell holds comes near.
constexpr std::size_t longest_text = std::size_t{1} << 28;
constexpr std::size_t longest_pattern = 4'096;
constexpr std::int32_t regex_steps = 100;        // ICU's unit: about a millisecond each
constexpr std::int32_t regex_stack = 1'000'000;  // bytes of backtracking

constexpr char32_t replacement = 0xFFFD;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// The boundaries behind the start that `iterator` sees in `text`, as byte offsets. Without ICU's
// data there is no boundary but the end.
std::vector<std::size_t> boundaries(icu::BreakIterator* iterator, std::string_view text) {
  if (text.empty()) return {};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> view(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  if (iterator != nullptr) iterator->setText(view.get(), error);
  if (iterator == nullptr || U_FAILURE(error)) return {text.size()};
  std::vector<std::size_t> ends;
  iterator->first();
  for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    ends.push_back(static_cast<std::size_t>(at));
  }
  return ends;
}

// Making an iterator costs far more than using it on a label: each thread keeps its own.
icu::BreakIterator* line_iterator() {
  thread_local UErrorCode error = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict"), error));
  return U_SUCCESS(error) ? iterator.get() : nullptr;
}

icu::BreakIterator* grapheme_iterator() {
  thread_local UErrorCode error = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale("ja"), error));
  return U_SUCCESS(error) ? iterator.get() : nullptr;
}

icu::BreakIterator* word_iterator() {
  thread_local UErrorCode error = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale("ja"), error));
  return U_SUCCESS(error) ? iterator.get() : nullptr;
}

// A lead byte announces how many bytes follow it, and which value the first of them may have at
// least and at most (Unicode 15, table 3-7): so overlong forms and surrogates never pass.
struct Lead {
  int following = -1;  // -1: no lead byte
  unsigned char lowest = 0x80, highest = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {0};
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  return {};
}

// The code point at `at`, which moves behind it; nothing for a broken byte, which is passed alone.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  Lead lead = lead_of(first);
  if (lead.following < 0) return std::nullopt;
  char32_t code_point = lead.following == 0 ? first : first & (0x3FU >> lead.following);
  std::size_t end = at;
  for (int left = lead.following; left > 0; --left, ++end) {
    const auto byte = end < text.size() ? static_cast<unsigned char>(text[end]) : 0U;
    if (byte < lead.lowest || byte > lead.highest) return std::nullopt;
    code_point = code_point << 6 | (byte & 0x3FU);
    lead = {};
  }
  at = end;
  return code_point;
}

std::unique_ptr<UConverter, CloseConverter> open_cp932() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("ibm-943_P15A-2003", &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

// One that stops at what it lacks.
std::unique_ptr<UConverter, CloseConverter> stopping_cp932() {
  auto converter = open_cp932();
  UErrorCode error = U_ZERO_ERROR;
  if (converter != nullptr) {
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

// Whether the converter, which stops at what it lacks, has the character.
bool has(UConverter* converter, char32_t code_point) {
  if (code_point < 0x80) return true;
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString units(static_cast<UChar32>(code_point));
  std::array<char, 8> bytes{};
  const std::int32_t length = ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                              units.getBuffer(), units.length(), &error);
  return U_SUCCESS(error) && length > 0;  // ICU drops what it calls ignorable, and says nothing
}

// ICU's table is IBM's, in which three control bytes change places; in Windows they stand for
// themselves.
char16_t windows_control(char16_t unit) {
  switch (unit) {
    case 0x1C: return 0x1A;
    case 0x1A: return 0x7F;
    case 0x7F: return 0x1C;
    default: return unit;
  }
}

// What an input method types for "-" in kana mode, and what a CSV may hold for it.
constexpr std::array<char32_t, 8> dashes = {0x2010, 0x2011, 0x2012, 0x2013,
                                            0x2014, 0x2015, 0x2212, 0x30FC};

char32_t plain_form(char32_t code_point) {
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) return code_point - 0xFEE0;
  if (code_point == 0x3000) return U' ';
  for (const char32_t dash : dashes) {
    if (code_point == dash) return U'-';
  }
  return code_point;
}

}  // namespace

bool is_utf8(std::string_view text) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  for (std::size_t at = 0; at < text.size();) {
    UChar32 code_point = 0;
    U8_NEXT(text.data(), at, text.size(), code_point);
    if (code_point < 0) return false;
  }
#pragma GCC diagnostic pop
  return true;
}

std::string nfkc(std::string_view text) {
  std::string out;
  if (text.size() > longest_text) return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(0, piece(text), sink, nullptr, error);
  return U_SUCCESS(error) ? out : std::string(text);
}

std::string plain_forms(std::string_view text) {
  std::string out;
  for (const char32_t code_point : code_points(text)) append_utf8(out, plain_form(code_point));
  return out;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    out.push_back(next_code_point(text, at).value_or(replacement));
  }
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = replacement;
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  const auto add_following = [&](int shift) { add(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) return add(code_point);
  if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    add_following(6);
  } else {
    add(0xF0 | code_point >> 18);
    add_following(12);
    add_following(6);
  }
  add_following(0);
}

std::vector<std::size_t> line_breaks(std::string_view text) {
  assert(text.size() <= longest_text);
  return boundaries(line_iterator(), text);
}

std::vector<std::size_t> grapheme_ends(std::string_view text) {
  assert(text.size() <= longest_text);
  return boundaries(grapheme_iterator(), text);
}

std::vector<std::size_t> word_ends(std::string_view text) {
  assert(text.size() <= longest_text);
  return boundaries(word_iterator(), text);
}

bool from_cp932(std::string_view bytes, std::string& out) {
  out.clear();
  if (bytes.size() > longest_text) return false;
  UErrorCode error = U_ZERO_ERROR;
  const auto converter = open_cp932();
  if (converter == nullptr) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  // ASCII and half-width kana give one unit a byte, all else one unit for two.
  icu::UnicodeString units;
  const auto room = static_cast<std::int32_t>(bytes.size());
  UChar* buffer = units.getBuffer(room);
  if (buffer == nullptr) return false;
  const std::int32_t length =
      ucnv_toUChars(converter.get(), buffer, room, bytes.data(), room, &error);
  if (U_SUCCESS(error)) std::transform(buffer, buffer + length, buffer, windows_control);
  units.releaseBuffer(U_SUCCESS(error) ? length : 0);
  if (U_FAILURE(error)) return false;
  units.toUTF8String(out);
  return true;
}

bool to_cp932(std::string_view text, std::string& out) {
  out.clear();
  thread_local const auto converter = stopping_cp932();
  for (std::size_t at = 0; at < text.size();) {
    const auto code_point = next_code_point(text, at);
    if (!code_point || converter == nullptr) return false;
    if (*code_point < 0x80) {
      out += static_cast<char>(*code_point);
      continue;
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString units(static_cast<UChar32>(*code_point));
    std::array<char, 8> bytes{};
    const std::int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                                units.getBuffer(), units.length(), &error);
    if (U_FAILURE(error) || length == 0) return false;
    out.append(bytes.data(), static_cast<std::size_t>(length));
  }
  return true;
}

std::vector<std::size_t> not_in_cp932(std::string_view text) {
  std::vector<std::size_t> out;
  const auto converter = stopping_cp932();
  if (converter == nullptr) return out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto code_point = next_code_point(text, at);
    if (!code_point || !has(converter.get(), *code_point)) out.push_back(begin);
  }
  return out;
}

bool matches(std::string_view text, std::string_view pattern) {
  if (text.size() > longest_text || pattern.size() > longest_pattern) return false;
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(piece(text));
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(piece(pattern)), subject, 0, error);
  if (U_FAILURE(error)) return false;
  matcher.setTimeLimit(regex_steps, error);
  matcher.setStackLimit(regex_stack, error);
  const bool found = matcher.matches(error) != 0;
  return U_SUCCESS(error) && found;
}

}  // namespace genpyo::forms
