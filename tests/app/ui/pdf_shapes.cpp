#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "shapes.h"

namespace genpyo::test {
namespace {

// Encloses points, in PDF's points from the bottom left corner.
class Enclosure {
 public:
  void add(double x, double y) {
    left_ = empty_ ? x : std::min(left_, x), right_ = empty_ ? x : std::max(right_, x);
    bottom_ = empty_ ? y : std::min(bottom_, y), top_ = empty_ ? y : std::max(top_, y);
    empty_ = false;
  }
  paper::Rect in_mm() const {
    constexpr double mm = paper::mm_per_point;
    return {left_ * mm, paper::page_height - top_ * mm, (right_ - left_) * mm,
            (top_ - bottom_) * mm};
  }

 private:
  double left_ = 0, right_ = 0, bottom_ = 0, top_ = 0;
  bool empty_ = true;
};

// Obeys the operators of one content stream.
class Reader {
 public:
  std::vector<Shape> read(const std::string& content) {
    std::istringstream words(content);
    for (std::string word; words >> word;) {
      char* end = nullptr;
      const double number = std::strtod(word.c_str(), &end);
      if (*end == '\0') numbers_.push_back(number);
      else obey(word);
    }
    return std::move(shapes_);
  }

 private:
  double number(std::size_t from_end) const {
    if (numbers_.size() < from_end) throw std::runtime_error("a PDF operator lacks its numbers");
    return numbers_[numbers_.size() - from_end];
  }

  // A point as the page has it. Nothing of ours is turned: only moved and made larger or smaller.
  void add(double x, double y) { path_.back().around.add(unit_.a * x + unit_.e, unit_.d * y + unit_.f); }

  void obey(const std::string& word) {
    if (word == "q") {
      kept_.push_back(unit_);
    } else if (word == "Q") {
      if (kept_.empty()) throw std::runtime_error("a PDF page takes back more than it kept");
      unit_ = kept_.back();
      kept_.pop_back();
    } else if (word == "cm") {
      if (number(5) != 0 || number(4) != 0) throw std::runtime_error("a PDF page is turned");
      unit_ = {unit_.a * number(6), unit_.d * number(3), unit_.a * number(2) + unit_.e, unit_.d * number(1) + unit_.f};
    } else if (word == "re") {
      path_.push_back({{}, true, false});
      add(number(4), number(3));
      add(number(4) + number(2), number(3) + number(1));
    } else if (word == "m" || word == "l") {
      if (word == "m") path_.push_back({{}, false, false});
      add(pen_x_ = number(2), pen_y_ = number(1));
    } else if (word == "c") {
      add_curve();
    } else if (word == "d") {
      dashed_ = dashes_.find_first_of("0123456789") != std::string::npos;
    } else if (word == "f" || word == "B") {
      for (const Part& part : path_) {
        if (part.is_rectangle) shapes_.push_back({Shape::Kind::fill, part.around.in_mm()});
      }
      path_.clear();
    } else if (word == "S") {
      const auto straight = dashed_ ? Shape::Kind::dashed : Shape::Kind::line;
      for (const Part& part : path_) {
        shapes_.push_back({part.is_curve ? Shape::Kind::curve : straight, part.around.in_mm()});
      }
      path_.clear();
    }
    if (word.front() == '[') dashes_.clear();
    dashes_ += word;
    if (word.front() != '[' && word.back() != ']') numbers_.clear();
  }

  void add_curve() {
    constexpr int steps = 100;
    const double x[] = {pen_x_, number(6), number(4), number(2)};
    const double y[] = {pen_y_, number(5), number(3), number(1)};
    for (int i = 0; i <= steps; ++i) {
      const double t = static_cast<double>(i) / steps, u = 1 - t;
      const double w[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
      add(w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3] * x[3],
          w[0] * y[0] + w[1] * y[1] + w[2] * y[2] + w[3] * y[3]);
    }
    pen_x_ = x[3], pen_y_ = y[3];
    path_.back().is_curve = true;
  }

  // One path may have many parts, painted together.
  struct Part {
    Enclosure around;
    bool is_rectangle, is_curve;
  };

  struct Unit {
    double a = 1, d = 1, e = 0, f = 0;
  };

  std::vector<Shape> shapes_;
  Unit unit_;
  std::vector<Unit> kept_;
  std::vector<double> numbers_;
  std::vector<Part> path_;
  double pen_x_ = 0, pen_y_ = 0;
  bool dashed_ = false;
  std::string dashes_;  // the words since the last "["
};

}  // namespace

std::vector<std::vector<Shape>> shapes_of_pdf(const std::string& qdf) {
  std::vector<std::vector<Shape>> pages;
  for (;;) {
    const auto page = qdf.find("%% Contents for page " + std::to_string(pages.size() + 1) + "\n");
    if (page == std::string::npos) return pages;
    const auto from = qdf.find("\nstream\n", page), to = qdf.find("endstream", page);
    if (from == std::string::npos || to == std::string::npos) return pages;
    pages.push_back(Reader().read(qdf.substr(from + 8, to - from - 8)));
  }
}

}  // namespace genpyo::test
