// An .xlsx as a hostile hand makes it: files stored or packed in a zip archive, part by part.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace genpyo::forms::test {

inline std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t sum = 0xFFFFFFFFu;
  for (const unsigned char byte : bytes) {
    sum ^= byte;
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320u : 0);
  }
  return ~sum;
}

inline void put_number(std::string& out, std::uint64_t number, int bytes) {
  for (int at = 0; at < bytes; ++at, number >>= 8) out += static_cast<char>(number & 0xFF);  // may be more than eight
}

struct Packed {
  std::string bytes;
  std::uint32_t sum = 0, size = 0;  // as the directory claims
  int method = 0, flags = 0;
};

inline Packed stored(const std::string& bytes) {
  return {bytes, checksum(bytes), static_cast<std::uint32_t>(bytes.size())};
}

// A blank and, 258 at a time, more of them: deflate with its fixed codes. It claims to be 10 bytes.
inline Packed bomb(std::size_t size) {
  std::string out;
  unsigned kept = 0, count = 0;
  const auto bit = [&](unsigned one) {
    kept |= one << count;
    if (++count == 8) {
      out += static_cast<char>(kept);
      kept = count = 0;
    }
  };
  const auto code = [&](unsigned value, int length) {
    for (int at = length - 1; at >= 0; --at) bit(value >> at & 1);
  };
  bit(1), bit(1), bit(0);
  code(0x30 + 0x20, 8);
  for (std::size_t done = 1; done < size; done += 258) code(0xC0 + 5, 8), code(0, 5);
  code(0, 7);
  while (count != 0) bit(0);
  return {out, 0, 10, 8};
}

inline std::string archive(const std::map<std::string, Packed>& files) {
  std::string out, directory;
  for (const auto& [name, file] : files) {
    std::string common;
    put_number(common, 20, 2), put_number(common, file.flags, 2), put_number(common, file.method, 2);
    put_number(common, 0, 4), put_number(common, file.sum, 4);
    put_number(common, file.bytes.size(), 4), put_number(common, file.size, 4);
    put_number(common, name.size(), 2), put_number(common, 0, 2);
    directory += "PK\x01\x02";
    put_number(directory, 20, 2);
    directory += common;
    put_number(directory, 0, 10);
    put_number(directory, out.size(), 4);
    directory += name;
    out += "PK\x03\x04" + common + name + file.bytes;
  }
  const std::size_t begin = out.size();
  out += directory + "PK\x05\x06";
  put_number(out, 0, 4), put_number(out, files.size(), 2), put_number(out, files.size(), 2);
  put_number(out, directory.size(), 4), put_number(out, begin, 4), put_number(out, 0, 2);
  return out;
}

inline std::map<std::string, Packed> parts(const std::string& sheet) {
  return {{"xl/workbook.xml", stored(R"(<workbook xmlns:r="r"><sheets><sheet name="survey" r:id="a"/></sheets></workbook>)")},
          {"xl/_rels/workbook.xml.rels", stored(R"(<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>)")},
          {"xl/worksheets/s.xml", stored(sheet)}};
}

}  // namespace genpyo::forms::test
