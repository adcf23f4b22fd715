// FORM_ddi.xml: the dataset in DDI Codebook 2.5, for archives and catalogues: document, study, file, and each
// variable with its question, codes, counts, missing values and universe, in each language of the form.
#pragma once
#include "export/documents/described.h"

namespace genpyo::exports {

void write_ddi(const Described& described, WholeFile& file, Remarks& remarks);

}  // namespace genpyo::exports
