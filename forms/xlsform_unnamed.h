// In which language the columns of an XLSForm are that name none. Internal to xlsform*.cpp.
#pragma once
#include <vector>

#include "forms/xlsform_columns.h"

namespace genpyo::forms::xlsform {

// Japanese if most of their texts that have letters have kana or kanji: the paper says its own words
// in the language of what is printed beside them. A form in Chinese names its language.
bool unnamed_is_japanese(const std::vector<const Records*>& sheets);

}  // namespace genpyo::forms::xlsform
