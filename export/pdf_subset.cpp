#include "export/pdf_subset.h"

#include <hb-subset.h>

#include <memory>

namespace genpyo::exports {
namespace {

template <auto release>
struct Release {
  template <typename Object>
  void operator()(Object* object) const {
    release(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
using FontFace = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_destroy>>;

// Characters are set one by one where the layout put them: substitution and kerning would only keep
// glyphs that nobody draws.
constexpr hb_tag_t left_out[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('g', 'a', 's', 'p'),
};

Input what_to_keep(const std::vector<char32_t>& code_points) {
  Input input(hb_subset_input_create_or_fail());
  if (input == nullptr) return input;
  // Half of the Japanese font's weight is instructions for screens of few pixels.
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* kept = hb_subset_input_unicode_set(input.get());
  for (const char32_t code_point : code_points) hb_set_add(kept, code_point);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : left_out) hb_set_add(dropped, tag);
  return input;
}

// libharu writes a table of no length for each of these that a font lacks, which strict readers
// refuse: they say nothing instead (SVTCA, which touches no stack, four times).
bool add_empty_programs(hb_face_t* face) {
  static constexpr char nothing[4] = {0, 0, 0, 0};
  const Blob blob(hb_blob_create(nothing, sizeof nothing, HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  return hb_face_builder_add_table(face, HB_TAG('c', 'v', 't', ' '), blob.get()) &&
         hb_face_builder_add_table(face, HB_TAG('f', 'p', 'g', 'm'), blob.get()) &&
         hb_face_builder_add_table(face, HB_TAG('p', 'r', 'e', 'p'), blob.get());
}

}  // namespace

forms::Result<std::string> cut_font(const std::string& path, const std::vector<char32_t>& code_points) {
  const Blob file(hb_blob_create_from_file_or_fail(path.c_str()));
  if (file == nullptr) return forms::Failure{"The font " + path + " cannot be read."};
  const FontFace whole(hb_face_create(file.get(), 0));
  const Input input = what_to_keep(code_points);
  const FontFace cut(input == nullptr ? nullptr : hb_subset_or_fail(whole.get(), input.get()));
  if (hb_face_get_glyph_count(whole.get()) == 0 || cut == nullptr || !add_empty_programs(cut.get())) {
    return forms::Failure{"The font " + path + " cannot be cut to the characters of the document."};
  }
  const Blob bytes(hb_face_reference_blob(cut.get()));
  unsigned int size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  return std::string(data, size);
}

}  // namespace genpyo::exports
