#include "export/dta_texts.h"

#include <optional>

#include "export/byte_walk.h"

namespace genpyo::exports {
namespace {

constexpr unsigned char text_type = 130;
constexpr std::uint64_t bytes_before_texts = 10 * 8;  // in the map: the places of all parts, of the texts the eleventh

struct Release {
  std::uint64_t bytes_of_count, bytes_of_rows, bytes_of_label, bytes_of_owner;
};

std::optional<Release> release_of(const std::string& name) {
  if (name == "117") return Release{2, 4, 1, 8};
  if (name == "118") return Release{2, 8, 2, 12};
  if (name == "119") return Release{4, 8, 2, 12};
  return std::nullopt;
}

// Goes to the texts, and says whether they are there. The file's first tag is behind it.
std::optional<Release> go_to_texts(ByteWalk& file) {
  if (!file.take("<header><release>")) return std::nullopt;
  const auto digits = file.bytes<3>();
  const auto release = release_of({digits.begin(), digits.end()});
  if (!release || !file.take("</release><byteorder>")) return std::nullopt;
  const auto order = file.bytes<3>();
  file.set_big_endian(order[0] == 'M');
  if (!file.take("</byteorder><K>")) return std::nullopt;
  file.skip(release->bytes_of_count);
  if (!file.take("</K><N>")) return std::nullopt;
  file.skip(release->bytes_of_rows);
  if (!file.take("</N><label>")) return std::nullopt;
  file.skip(release->bytes_of_label == 1 ? file.figure<1>() : file.figure<2>());
  if (!file.take("</label><timestamp>")) return std::nullopt;
  file.skip(file.figure<1>());
  if (!file.take("</timestamp></header><map>")) return std::nullopt;
  file.skip(bytes_before_texts);
  file.go_to(file.figure<8>());
  return file.take("<strls>") ? release : std::nullopt;
}

}  // namespace

bool has_sound_texts(const std::string& path) {
  ByteWalk file(path);
  const std::uint64_t first = file.figure<1>();
  if (first != '<') return first >= 104 && first <= 115;
  const auto release = file.take("stata_dta>") ? go_to_texts(file) : std::nullopt;
  while (release && !file.failed()) {
    const auto tag = file.bytes<3>();
    if (std::string(tag.begin(), tag.end()) != "GSO") return std::string(tag.begin(), tag.end()) == "</s";
    file.skip(release->bytes_of_owner);
    const std::uint64_t type = file.figure<1>(), length = file.word();
    if (type != text_type || length == 0) return false;
    file.skip(length - 1);
    if (file.figure<1>() != 0) return false;
  }
  return false;
}

}  // namespace genpyo::exports
