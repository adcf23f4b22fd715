// What programs that read PDF say of a file.
#pragma once
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <iterator>
#include <string>

namespace genpyo::exports {

// Standard output of a program that must end well.
inline std::string output_of(const std::string& command) {
  std::string output;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  for (std::size_t size; (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.append(buffer.data(), size);
  }
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

// What poppler complains of, all pages read and drawn.
inline std::string complaints_of(const std::string& path) {
  return output_of("pdftotext " + path + " - 2>&1 >/dev/null; pdftoppm -r 20 " + path + " 2>&1 >/dev/null");
}

inline std::string without_space(const std::string& text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return c != ' ' && c != '\n' && c != '\f' && c != '\r'; });
  return kept;
}

inline std::string words_in(const std::string& path) {
  return without_space(output_of("pdftotext -raw " + path + " -"));
}

// Dark pixels of a page at 72 dpi.
inline long dark_pixels(const std::string& path, int page = 1) {
  const std::string number = std::to_string(page);
  const std::string image = output_of("pdftoppm -r 72 -gray -f " + number + " -l " + number + " " + path);
  REQUIRE(image.starts_with("P5"));
  const std::string pixels = image.substr(image.find("255\n") + 4);
  return std::count_if(pixels.begin(), pixels.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 128; });
}

}  // namespace genpyo::exports
