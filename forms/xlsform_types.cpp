// The words that XLSForms have for types, old ones too, and what they are here.
#include <algorithm>
#include <array>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using namespace std::string_view_literals;
using Kind = RowType::Kind;

struct Word {
  std::string_view written, ours;
  bool seen = true;
};

// pyxform/question_type_dictionary.py. Case counts, as there.
constexpr std::array words = {
    Word{"text", "text"}, Word{"string", "text"}, Word{"q string", "text"}, Word{"add text prompt", "text"},
    Word{"integer", "integer"}, Word{"int", "integer"}, Word{"q int", "integer"},
    Word{"add integer prompt", "integer"}, Word{"percentage", "integer"},
    Word{"number of days in last month", "integer"}, Word{"number of days in last six months", "integer"},
    Word{"number of days in last year", "integer"},
    Word{"decimal", "decimal"}, Word{"q decimal", "decimal"}, Word{"add decimal prompt", "decimal"},
    Word{"range", "range"},
    Word{"date", "date"}, Word{"q date", "date"}, Word{"add date prompt", "date"},
    Word{"time", "time"},
    Word{"dateTime", "dateTime"}, Word{"datetime", "dateTime"}, Word{"date time", "dateTime"},
    Word{"q date time", "dateTime"}, Word{"q dateTime", "dateTime"}, Word{"add date time prompt", "dateTime"},
    Word{"add dateTime prompt", "dateTime"},
    Word{"note", "note"}, Word{"q note", "note"}, Word{"add note prompt", "note"},
    Word{"acknowledge", "acknowledge"}, Word{"trigger", "acknowledge"}, Word{"q acknowledge", "acknowledge"},
    Word{"add acknowledge prompt", "acknowledge"},
    Word{"barcode", "barcode"}, Word{"q barcode", "barcode"}, Word{"add barcode prompt", "barcode"},
    Word{"image", "image"}, Word{"photo", "image"}, Word{"q image", "image"}, Word{"q picture", "image"},
    Word{"add image prompt", "image"}, Word{"add photo prompt", "image"},
    Word{"audio", "audio"}, Word{"q audio", "audio"}, Word{"add audio prompt", "audio"},
    Word{"video", "video"}, Word{"q video", "video"}, Word{"add video prompt", "video"},
    Word{"file", "file"}, Word{"add file prompt", "file"}, Word{"osm", "file"},
    Word{"geopoint", "geopoint"}, Word{"gps", "geopoint"}, Word{"location", "geopoint"},
    Word{"q geopoint", "geopoint"}, Word{"q location", "geopoint"}, Word{"add location prompt", "geopoint"},
    Word{"geotrace", "geotrace"}, Word{"q geotrace", "geotrace"},
    Word{"geoshape", "geoshape"}, Word{"q geoshape", "geoshape"},
    Word{"calculate", "calculate", false}, Word{"q calculate", "calculate", false},
    Word{"add calculate prompt", "calculate", false},
    Word{"hidden", "hidden", false},
    Word{"start", "start", false}, Word{"start time", "start", false}, Word{"get start time", "start", false},
    Word{"end", "end", false}, Word{"end time", "end", false}, Word{"get end time", "end", false},
    Word{"today", "today", false}, Word{"get today", "today", false},
    Word{"deviceid", "deviceid", false}, Word{"imei", "deviceid", false}, Word{"device id", "deviceid", false},
    Word{"get device id", "deviceid", false}, Word{"uri:deviceid", "deviceid", false},
    Word{"subscriberid", "hidden", false}, Word{"subscriber id", "hidden", false},
    Word{"get subscriber id", "hidden", false}, Word{"uri:subscriberid", "hidden", false},
    Word{"simserial", "hidden", false}, Word{"sim id", "hidden", false}, Word{"get sim id", "hidden", false},
    Word{"uri:simserial", "hidden", false},
    Word{"phonenumber", "phonenumber", false}, Word{"phone number", "phonenumber", false},
    Word{"get phone number", "phonenumber", false}, Word{"uri:phonenumber", "phonenumber", false},
    Word{"username", "username", false}, Word{"uri:username", "username", false},
    Word{"email", "email", false}, Word{"uri:email", "email", false},
    Word{"audit", "audit", false},
    Word{"start-geopoint", "hidden", false}, Word{"background-geopoint", "hidden", false},
    Word{"background-audio", "hidden", false}};

// The longer ones first: "select one from file" begins with "select one from".
constexpr std::array selects = {
    Word{"select_one_from_file", "select_one"}, Word{"select one from file", "select_one"},
    Word{"select_multiple_from_file", "select_multiple"}, Word{"select multiple from file", "select_multiple"},
    Word{"add select multiple prompt using", "select_multiple"}, Word{"add select one prompt using", "select_one"},
    Word{"select all that apply from", "select_multiple"}, Word{"select one from", "select_one"},
    Word{"select all that apply", "select_multiple"}, Word{"select_one_external", "select_one"},
    Word{"select_multiple", "select_multiple"}, Word{"select_one", "select_one"},
    Word{"select one", "select_one"}, Word{"select1", "select_one"}, Word{"rank", "rank"}};

constexpr std::array others = {"or specify other"sv, "or_other"sv, "or other"sv};

// "LIST" or "LIST or_other"; false when it is neither.
bool read_list(std::string_view rest, RowType& type) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  type.list = rest.substr(0, end);
  const std::string_view behind = rest.substr(std::min(end + 1, rest.size()));
  type.or_other = std::find(others.begin(), others.end(), behind) != others.end();
  return !type.list.empty() && (end == rest.size() || type.or_other);
}

bool read_select(std::string_view written, RowType& type) {
  for (const Word& select : selects) {
    if (!written.starts_with(select.written) || !written.substr(select.written.size()).starts_with(' ')) continue;
    if (!read_list(written.substr(select.written.size() + 1), type)) continue;
    type.word = select.ours;
    type.from_file = select.written.ends_with("file");
    type.external = select.written == "select_one_external";
    type.kind = Kind::question;
    return true;
  }
  return false;
}

// begin group, begin_repeat, end lgroup, begin loop over LIST …
bool read_control(std::string_view written, RowType& type) {
  const bool begins = written.starts_with("begin ") || written.starts_with("begin_");
  const bool ends = written.starts_with("end ") || written.starts_with("end_");
  if (!begins && !ends) return false;
  std::string_view what = written.substr(begins ? 6 : 4);
  if (begins && what.starts_with("loop ")) {
    std::string_view list = what.substr(5);
    if (list.starts_with("over ")) list.remove_prefix(5);
    type.list = list;
    what = "loop";
  }
  const bool group = what == "group", loop = what == "loop";
  const bool repeat = what == "repeat" || what == "lgroup" || what == "looped group";
  if (!group && !repeat && !loop) return false;
  type.loop = loop;
  type.word = repeat ? "repeat" : loop ? "loop" : "group";
  type.kind = begins ? (repeat ? Kind::begin_repeat : Kind::begin_group)
                     : (repeat ? Kind::end_repeat : Kind::end_group);
  return true;
}

}  // namespace

RowType row_type(const std::string& written) {
  RowType type;
  if (read_control(written, type) || read_select(written, type)) return type;
  type.list.clear();
  if (written == "form_title" || written == "set_form_title" || written == "form_id" || written == "set_form_id") {
    type.kind = Kind::setting;
    type.word = written.ends_with("title") ? "title" : "form_id";
    return type;
  }
  if (written == "csv-external" || written == "xml-external") {
    type.kind = Kind::left_out;
    return type;
  }
  const bool osm = written.starts_with("osm ");
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.written == (osm ? "osm" : written); });
  if (found == words.end()) return type;
  type.kind = Kind::question;
  type.word = found->ours;
  type.seen = found->seen;
  return type;
}

}  // namespace genpyo::forms::xlsform
