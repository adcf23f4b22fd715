// Overflow: what of a form does not fit its place on paper, read off the finished pages: words that
// were cut, that run over the edge or stand on one another, a question taller than a page.
#pragma once
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/paper/layout.h"

namespace genpyo::paper {

// Warnings, each at the item that it concerns. `layout` is the form's in this language.
std::vector<forms::Diagnostic> overflow(const Layout& layout, const forms::Form& form,
                                        const FontSet& fonts, std::string_view language);

// How much can be written by hand into a box: digits of a figure, or characters of a text.
std::size_t room_in(const Box& box);

}  // namespace genpyo::paper
