// How a domain is parted: first whether there is an answer, then along what rules compare with.
#include <algorithm>
#include <cmath>

#include "validators/prover_domain.h"

namespace genpyo::validators {
namespace {

using forms::Value;
using Kind = Domain::Kind;

constexpr double narrowest = 1e-3;  // of an interval of decimals that is parted further

Domain between(Domain domain, double low, double high) {
  domain.low = low;
  domain.high = high;
  domain.partial = false;
  return domain;
}

// Below a cut, at it, above it. Of decimals the sides keep the cut itself: wider, never narrower.
std::vector<Domain> around(const Domain& domain, double cut) {
  const bool steps = domain.whole || domain.kind == Kind::days;
  std::vector<Domain> parts = {between(domain, cut, cut)};
  const double below = steps ? std::ceil(cut) - 1 : cut, above = steps ? std::floor(cut) + 1 : cut;
  if (steps && cut != std::floor(cut)) parts.clear();
  if (domain.low < cut && domain.low <= below) parts.push_back(between(domain, domain.low, below));
  if (domain.high > cut && above <= domain.high)
    parts.push_back(between(domain, above, domain.high));
  return parts;
}

std::vector<Domain> parted_interval(const Domain& domain, const Cuts& cuts) {
  if (domain.low >= domain.high) return {};
  std::vector<double> inside;
  for (const double cut : cuts.figures)
    if (cut >= domain.low && cut <= domain.high) inside.push_back(cut);
  // A cut at the very end of an interval of decimals parts nothing off.
  const bool steps = domain.whole || domain.kind == Kind::days;
  if (!steps)
    std::erase_if(inside, [&](double cut) { return cut == domain.low || cut == domain.high; });
  if (!inside.empty()) return around(domain, inside[inside.size() / 2]);
  if (domain.low < 0 && domain.high > 0) return around(domain, 0);
  if (!steps && domain.high - domain.low < narrowest) return {};
  const double middle = domain.low + (domain.high - domain.low) / 2;
  if (!steps) return {between(domain, domain.low, middle), between(domain, middle, domain.high)};
  const double floor = std::floor(middle);
  return {between(domain, domain.low, floor), between(domain, floor + 1, domain.high)};
}

// Complete dates, and then those with unknown parts, of which nothing more is known.
std::vector<Domain> parted_days(const Domain& domain, const Cuts& cuts) {
  if (!domain.partial) return parted_interval(domain, cuts);
  if (domain.low > domain.high) return {};
  Domain rest = domain;
  rest.low = 0;
  rest.high = -1;
  return {between(domain, domain.low, domain.high), rest};
}

std::vector<Domain> parted_set(const Domain& domain, const Cuts& cuts) {
  const auto is_free = [&](int code) {
    return std::binary_search(domain.may.begin(), domain.may.end(), code) &&
           !std::binary_search(domain.must.begin(), domain.must.end(), code);
  };
  auto free = std::find_if(cuts.codes.begin(), cuts.codes.end(), is_free);
  int code = 0;
  if (free != cuts.codes.end()) {
    code = *free;
  } else {
    const auto any = std::find_if(domain.may.begin(), domain.may.end(), is_free);
    if (any == domain.may.end()) return {};
    code = *any;
  }
  Domain with = domain, without = domain;
  with.must.insert(std::upper_bound(with.must.begin(), with.must.end(), code), code);
  std::erase(without.may, code);
  if (domain.must.empty()) return {with, without};
  return {without, with};
}

// What the rules name is looked at; of the rest nothing is known.
std::vector<Domain> parted_anything(const Domain& domain, const Cuts& cuts) {
  std::vector<Value> samples = domain.samples;
  for (const std::string& text : cuts.texts)
    if (!text.empty()) samples.emplace_back(text);
  if (samples.empty()) return {};
  std::vector<Domain> parts;
  for (Value& sample : samples) parts.push_back(only(std::move(sample)));
  Domain rest = domain;
  rest.samples.clear();
  rest.looked_at = true;
  parts.push_back(std::move(rest));
  return parts;
}

}  // namespace

std::vector<Domain> parted(const Domain& domain, const Cuts& cuts) {
  if (!domain.answered() || domain.point()) return {};
  if (domain.blank) return {without_blank(domain), only_blank()};
  switch (domain.kind) {
    case Kind::values: {
      std::vector<Domain> parts;
      for (const Value& value : domain.values) parts.push_back(only(value));
      return parts;
    }
    case Kind::figures: return parted_interval(domain, cuts);
    case Kind::days: return parted_days(domain, cuts);
    case Kind::sets: return parted_set(domain, cuts);
    case Kind::anything:
      return domain.looked_at ? std::vector<Domain>{} : parted_anything(domain, cuts);
  }
  return {};
}

}  // namespace genpyo::validators
