// Page markup: what stands around the substance of every HTML page of ours. A page loads nothing and
// runs nothing, and says so itself.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/report/report.h"

namespace genpyo::exports {

// From the doctype to <body>. `style` is ours.
std::string page_head(const std::string& language, const std::string& title, std::string_view style);
std::string page_foot(const std::string& words);

// Labels with their values; the rows alone.
std::string fact_rows(const std::vector<ReportFact>& facts);

// One section in the list of contents, and what stands in it.
struct ContentsSection {
  std::string title;
  std::vector<std::string> entries;
};
// Links to `s1` for the first section, and for its second entry to `prefix` 1-2.
std::string contents_markup(const std::string& language, const std::vector<ContentsSection>& sections,
                            const std::string& prefix);
std::string anchor_of(const std::string& prefix, std::size_t section, std::size_t entry);

}  // namespace genpyo::exports
