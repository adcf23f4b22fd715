#include "forms/zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

// APPNOTE.TXT of PKWARE, 4.3: the records' signatures and their lengths without what varies.
constexpr std::string_view end_signature = "PK\x05\x06"sv;
constexpr std::string_view entry_signature = "PK\x01\x02"sv;
constexpr std::string_view local_signature = "PK\x03\x04"sv;
constexpr std::size_t end_length = 22, entry_length = 46, local_length = 30;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::size_t most_entries = 10'000;

Failure damaged(const std::string& name) {
  return {"its part " + name + " is damaged. Open it in a spreadsheet program and save it again."};
}

enum class Inflated { whole, too_long, broken };

Inflated inflate_into(std::string& out, std::string_view packed, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return Inflated::broken;
  std::string in(packed);  // zlib wants to be handed bytes that are not const
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  std::array<char, 1 << 16> part{};
  int state = Z_OK;
  while (state == Z_OK && out.size() <= limit) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = part.size();
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(part.data(), part.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > limit) return Inflated::too_long;
  return state == Z_STREAM_END ? Inflated::whole : Inflated::broken;
}

}  // namespace

// Little-endian; 0 beyond the end, which no check below takes for anything.
std::uint32_t Zip::number(std::size_t at, int width) const {
  std::uint32_t value = 0;
  if (at + static_cast<std::size_t>(width) > bytes_.size()) return 0;
  for (int byte = width - 1; byte >= 0; --byte) {
    value = value << 8 | static_cast<unsigned char>(bytes_[at + static_cast<std::size_t>(byte)]);
  }
  return value;
}

bool Zip::read_directory() {
  if (bytes_.size() < end_length) return false;
  const std::size_t furthest = bytes_.size() - std::min(bytes_.size(), end_length + longest_comment);
  const std::size_t end = bytes_.rfind(end_signature);
  if (end == std::string_view::npos || end < furthest || end + end_length > bytes_.size()) return false;
  const std::size_t count = std::min<std::size_t>(number(end + 10, 2), most_entries);
  std::size_t at = number(end + 16, 4);
  for (std::size_t read = 0; read < count; ++read) {
    if (at + entry_length > bytes_.size() || bytes_.substr(at, 4) != entry_signature) return false;
    const std::size_t name_length = number(at + 28, 2);
    std::string name(bytes_.substr(at + entry_length, name_length));
    Entry entry;
    entry.flags = static_cast<std::uint16_t>(number(at + 8, 2));
    entry.method = static_cast<std::uint16_t>(number(at + 10, 2));
    entry.checksum = number(at + 16, 4);
    entry.size = number(at + 20, 4);
    entry.header = number(at + 42, 4);
    at += entry_length + name_length + number(at + 30, 2) + number(at + 32, 2);
    std::replace(name.begin(), name.end(), '\\', '/');  // as some Windows programs write it
    entries_.insert_or_assign(std::move(name), entry);
  }
  return true;
}

Result<Zip> Zip::open(std::string_view bytes) {
  Zip zip(bytes);
  if (!zip.read_directory()) {
    return Failure{"it is no archive, or only the beginning of one. Copy it again, or save it again as .xlsx."};
  }
  return zip;
}

Result<std::string_view> Zip::packed(const std::string& name, const Entry& entry) const {
  const std::size_t header = entry.header;
  if (header + local_length > bytes_.size() || bytes_.substr(header, 4) != local_signature) {
    return damaged(name);
  }
  const std::size_t begin = header + local_length + number(header + 26, 2) + number(header + 28, 2);
  if (begin + entry.size > bytes_.size()) return damaged(name);
  return bytes_.substr(begin, entry.size);
}

Result<std::string> Zip::read(const std::string& name, std::size_t limit) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return Failure{"it has no part " + name + ". Save it again as .xlsx."};
  const Entry& entry = found->second;
  if ((entry.flags & 1) != 0) return Failure{"it is encrypted. Save it without a password."};
  const auto bytes = packed(name, entry);
  if (!bytes) return bytes.failure();
  const Failure too_long{"its part " + name + " is longer than " + std::to_string(limit >> 20) +
                         " MiB. Delete the sheets and columns that are no part of the form."};
  std::string out;
  Inflated inflated = Inflated::broken;
  if (entry.method == 0) {
    if (bytes->size() > limit) return too_long;
    out = *bytes;
    inflated = Inflated::whole;
  } else if (entry.method == 8) {
    inflated = inflate_into(out, *bytes, limit);
  }
  if (inflated == Inflated::too_long) return too_long;
  const auto checksum = crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size()));
  if (inflated == Inflated::broken || checksum != entry.checksum) return damaged(name);
  return out;
}

}  // namespace genpyo::forms
