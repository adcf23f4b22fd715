// Where on the survey each entity list stands: in the form, a group or a repeat, which holds one.
// Nothing is made of it here; a workbook that ODK could not place is refused as pyxform refuses it.
#include <algorithm>
#include <map>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using Kind = RowType::Kind;

// The containers around a question by their rows, the form itself (row 0) first.
struct Step {
  int row = 0;
  bool repeat = false;
  auto operator<=>(const Step&) const = default;
};
using Path = std::vector<Step>;

Path first_steps(const Path& path, std::size_t count) { return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(count)}; }

// Up to the innermost repeat: what one instance of it can see.
Path scope_of(const Path& path) {
  std::size_t length = path.size();
  while (length > 1 && !path[length - 1].repeat) --length;
  return first_steps(path, length);
}
std::ptrdiff_t repeats(const Path& path) { return std::count_if(path.begin(), path.end(), [](const Step& step) { return step.repeat; }); }
bool leads_to(const Path& outer, const Path& inner) {
  return outer.size() <= inner.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

struct Mark {
  Path path;
  bool saved = false;  // a save_to; else ${name} in the list's own row
  Place place;
};

// One row of the sheet entities.
struct List {
  std::string name;
  Place place;
  std::set<std::string> names = {};  // of ${name} in its row
  std::vector<Mark> marks = {};
  Path scope = {{}}, wished = {{}};
  std::vector<Path> saved = {};
};

class Placing {
 public:
  Placing(const Records& entities, const Records& survey, Draft& draft) : survey_(survey), draft_(draft) {
    for (const Record& record : entities.all()) {
      List list{record.text("dataset"), entities.place(record, "dataset")};
      for (const Field& field : record.fields) {
        if (field.column->key == "dataset" || field.column->key == "repeat") continue;
        each_reference(field.text, [&](const std::string& name) { list.names.insert(name); });
      }
      lists_.push_back(std::move(list));
    }
  }

  void check(const std::vector<Row>& rows) {
    Path around = {{}};
    for (const Row& row : rows) {
      if (row.record != nullptr && row.type.kind != Kind::end_group && row.type.kind != Kind::end_repeat) mark(*row.record, around);
      if (row.type.kind == Kind::begin_group || row.type.kind == Kind::begin_repeat) {
        around.push_back({row.record->row, row.type.kind == Kind::begin_repeat});
      } else if (row.type.kind == Kind::end_group || row.type.kind == Kind::end_repeat) {
        around.pop_back();
      }
    }
    for (List& list : lists_) {
      if (!find_wish(list)) return;
    }
    for (const List& list : lists_) {
      if (!place(list)) return;
    }
  }

 private:
  void mark(const Record& record, const Path& around) {
    const std::string saved = record.text("save_to");
    const std::string named = saved.substr(0, std::min(saved.find('#'), saved.size()));
    const bool any = saved.find('#') == std::string::npos && lists_.size() == 1;
    for (List& list : lists_) {
      if (!saved.empty() && (any || named == list.name)) list.marks.push_back({around, true, survey_.place(record, "save_to")});
      if (list.names.count(record.text("name")) != 0) list.marks.push_back({around, false, list.place});
    }
  }

  // The innermost scope that its marks have, and in it the container that all of them share.
  bool find_wish(List& list) {
    const Mark* innermost_saved = nullptr;
    for (const Mark& mark : list.marks) {
      if (repeats(mark.path) > repeats(list.scope)) list.scope = scope_of(mark.path);
      if (!mark.saved) continue;
      list.saved.push_back(mark.path);
      if (innermost_saved == nullptr || repeats(mark.path) > repeats(innermost_saved->path)) innermost_saved = &mark;
    }
    for (const Mark& mark : list.marks) {
      const bool apart = mark.saved && scope_of(mark.path) != scope_of(innermost_saved->path);
      if (leads_to(scope_of(mark.path), list.scope) && !apart) continue;
      draft_.findings.add(Fault::bad_value, mark.place,
                          "the entity list " + quoted(list.name) + " takes answers from repeats that do not lie in one another.",
                          "Bring the answer into one of them with a row calculate.");
      return false;
    }
    list.wished = innermost_saved != nullptr ? shared(list.saved) : deepest(list);
    return true;
  }

  static Path shared(const std::vector<Path>& paths) {
    std::size_t length = paths.front().size();
    for (const Path& path : paths) {
      const auto parted = std::mismatch(path.begin(), path.end(), paths.front().begin(), paths.front().end()).first;
      length = std::min(length, static_cast<std::size_t>(parted - path.begin()));
    }
    return first_steps(paths.front(), length);
  }
  static Path deepest(const List& list) {
    Path found = list.scope;
    for (const Mark& mark : list.marks) {
      if (scope_of(mark.path) == list.scope && mark.path.size() > found.size()) found = mark.path;
    }
    return found;
  }

  // In the container it wishes, else in the nearest free one around it that its scope has.
  bool place(const List& list) {
    for (std::size_t length = list.wished.size(); length >= list.scope.size(); --length) {
      const Path here = first_steps(list.wished, length);
      if (taken_.count(here) == 0) {
        take(list, here);
        return true;
      }
      const bool crossed = std::any_of(list.saved.begin(), list.saved.end(), [&](const Path& path) { return taken_.count(path) != 0; });
      if (crossed || length == list.scope.size()) break;
    }
    if (list.wished.size() < list.scope.size()) return true;
    draft_.findings.add(Fault::bad_value, list.place,
                        "the entity list " + quoted(list.name) + " has no group or repeat of its own: another list has it.",
                        "Let each list take its answers from a group of its own.");
    return false;
  }

  // With the way from there to each question saved to it: no other list can stand between.
  void take(const List& list, const Path& here) {
    taken_.insert(here);
    for (const Path& saved : list.saved) {
      for (std::size_t length = here.size(); length <= saved.size(); ++length) taken_.insert(first_steps(saved, length));
    }
  }

  const Records& survey_;
  Draft& draft_;
  std::vector<List> lists_;
  std::set<Path> taken_;
};

}  // namespace

void check_entity_places(const Records& entities, const Records& survey, const std::vector<Row>& rows, Draft& draft) {
  Placing(entities, survey, draft).check(rows);
}

}  // namespace genpyo::forms::xlsform
