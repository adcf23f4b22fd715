// The codebook for people before it has a face: each question as on the paper, with what its variables hold.
#pragma once
#include <string>
#include <vector>

#include "export/documents/described.h"
#include "export/report/report.h"

namespace genpyo::exports {

struct CodebookEntry {
  std::string number, title;         // as printed
  std::string over;                  // the grid's label
  std::string hint;
  std::vector<std::string> names;    // of its variables
  std::vector<ReportFact> facts;
  std::vector<ReportTable> tables;   // codes with their counts, figures, what is missing
};

struct CodebookSection {
  std::string title;
  std::vector<CodebookEntry> entries;
};

struct CodebookDocument {
  std::string language;
  std::string title, subtitle;
  std::vector<ReportFact> facts;
  std::vector<std::string> notes;  // how to read it
  std::vector<CodebookSection> sections;
  std::string foot;
};

CodebookDocument compose_codebook(const Described& described);

}  // namespace genpyo::exports
