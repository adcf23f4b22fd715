// One page of a PDF: draws primitives where they are, and computes no position.
#pragma once
#include <hpdf.h>

#include <optional>

#include "export/pdf_fonts.h"
#include "forms/paper/geometry.h"

namespace genpyo::exports {

// After the first error it draws nothing more.
class PdfPage {
 public:
  // An A4 page at the end of the document. `fonts` are loaded and outlive the page.
  PdfPage(HPDF_Doc pdf, const PdfFonts& fonts, bool landscape = false);

  void draw(const paper::Drawing& drawing);
  // The first act on a page: draws into a stream that other pages can bear too, or bears such a
  // one. Null after an error.
  HPDF_Dict draw_shared(const paper::Drawing& drawing);
  void bear(HPDF_Dict shared);
  bool good() const { return good_; }
  HPDF_Page page() const { return page_; }  // owned by the document

 private:
  template <typename Call, typename... Arguments>
  void call(Call function, Arguments... arguments) {
    good_ = good_ && function(page_, arguments...) == HPDF_OK;
  }

  void draw(const paper::Fill& fill);
  void draw(const paper::Line& line);
  void draw(const paper::Stroke& stroke);
  void draw(const paper::Text& text);
  void draw_run(const Run& run, paper::Point pen, const paper::Text& text);
  void draw_outline(char32_t code_point, paper::Point pen, const paper::Text& text);

  float upwards(double y) const;
  void set_unit();
  void set_fill(paper::Tone tone);
  void set_stroke(paper::Tone tone);
  void set_line(double points_wide, HPDF_LineCap cap, bool dashed);
  void set_font(std::size_t face, double size, bool bold);
  // Neighbours of one style become one path, painted once: shorter, and the same ink.
  using Paint = HPDF_STATUS (*)(HPDF_Page);
  void join_path(Paint paint);
  void finish_path();
  void begin_text();
  void end_text();

  // What the operators before have set; unknown at the start of each stream, which may be read
  // after any other.
  struct State {
    std::optional<paper::Tone> fill, stroke;
    std::optional<double> line_width, size;
    std::optional<HPDF_LineCap> cap;
    std::optional<bool> dashed, bold;
    std::optional<std::size_t> face;
  };

  HPDF_Page page_;
  const PdfFonts& fonts_;
  double height_;  // mm
  State state_;
  Paint paint_ = nullptr;  // what finishes the open path
  bool in_text_ = false;
  bool has_unit_ = false;
  bool good_;
};

}  // namespace genpyo::exports
