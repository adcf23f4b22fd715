#include "export/pdf_subset.h"

#include <hb-subset.h>

#include <map>
#include <memory>
#include <string_view>

#include "export/pdf_cmap.h"

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
using Plan = std::unique_ptr<hb_subset_plan_t, Release<hb_subset_plan_destroy>>;
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

Blob blob_of(std::string_view bytes) {
  const auto size = static_cast<unsigned int>(bytes.size());
  return Blob(hb_blob_create(bytes.data(), size, HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}

// libharu writes a table of no length for each of these that a font lacks, which strict readers
// refuse: they say nothing instead (SVTCA, which touches no stack, four times).
bool add_empty_programs(hb_face_t* face) {
  const Blob nothing = blob_of({"\0\0\0\0", 4});
  return hb_face_builder_add_table(face, HB_TAG('c', 'v', 't', ' '), nothing.get()) &&
         hb_face_builder_add_table(face, HB_TAG('f', 'p', 'g', 'm'), nothing.get()) &&
         hb_face_builder_add_table(face, HB_TAG('p', 'r', 'e', 'p'), nothing.get());
}

bool widen_cmap(hb_face_t* face, const hb_subset_plan_t* plan, const std::vector<char32_t>& code_points) {
  const hb_map_t* old_glyphs = hb_subset_plan_unicode_to_old_glyph_mapping(plan);
  const hb_map_t* new_glyphs = hb_subset_plan_old_to_new_glyph_mapping(plan);
  std::map<std::uint16_t, std::uint16_t> glyphs;
  for (const char32_t code_point : code_points) {
    if (code_point >= 0xFFFF || !hb_map_has(old_glyphs, code_point)) continue;
    glyphs[static_cast<std::uint16_t>(code_point)] =
        static_cast<std::uint16_t>(hb_map_get(new_glyphs, hb_map_get(old_glyphs, code_point)));
  }
  const std::string table = cmap_of(glyphs);
  if (table.empty()) return true;  // HarfBuzz's own is good, only slow
  return hb_face_builder_add_table(face, HB_TAG('c', 'm', 'a', 'p'), blob_of(table).get());
}

}  // namespace

forms::Result<std::string> cut_font(const std::string& path, const std::vector<char32_t>& code_points) {
  const Blob file(hb_blob_create_from_file_or_fail(path.c_str()));
  if (file == nullptr) return forms::Failure{"The font " + path + " cannot be read."};
  const FontFace whole(hb_face_create(file.get(), 0));
  const Input input = what_to_keep(code_points);
  const Plan plan(input == nullptr ? nullptr : hb_subset_plan_create_or_fail(whole.get(), input.get()));
  const FontFace cut(plan == nullptr ? nullptr : hb_subset_plan_execute_or_fail(plan.get()));
  if (hb_face_get_glyph_count(whole.get()) == 0 || cut == nullptr || !add_empty_programs(cut.get()) ||
      !widen_cmap(cut.get(), plan.get(), code_points)) {
    return forms::Failure{"The font " + path + " cannot be cut to the characters of the document."};
  }
  const Blob bytes(hb_face_reference_blob(cut.get()));
  unsigned int size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  return std::string(data, size);
}

}  // namespace genpyo::exports
