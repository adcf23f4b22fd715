#include "forms/paper/qr.h"

#include <qrencode.h>

#include <memory>

namespace genpyo::paper {

std::vector<Fill> qr_fills(std::string_view text, const Rect& area) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  std::vector<Fill> fills;
  if (code == nullptr) return fills;
  const int width = code->width;
  const double module = area.width / width;
  const auto dark = [&](int row, int column) {
    return column < width && (code->data[row * width + column] & 1) != 0;
  };
  for (int row = 0; row < width; ++row) {
    for (int column = 0; column < width; ++column) {
      if (!dark(row, column)) continue;
      const int first = column;
      while (dark(row, column)) ++column;
      fills.push_back(
          {{area.x + first * module, area.y + row * module, (column - first) * module, module},
           Tone::print});
    }
  }
  return fills;
}

}  // namespace genpyo::paper
