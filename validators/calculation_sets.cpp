// Sets of nodes: the instances of a repeat that are in use, chosen among, indexed and shuffled.
#include <algorithm>
#include <cmath>

#include "forms/digest.h"
#include "validators/calculation.h"
#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

// Park and Miller's, as every engine of ODK shuffles, so that a seed gives the same order here.
class Shuffler {
 public:
  explicit Shuffler(std::int64_t seed) : state_(seed % modulus) {
    if (state_ <= 0) state_ += modulus - 1;
  }
  double next() {
    state_ = state_ * 16807 % modulus;
    return static_cast<double>(state_ - 1) / static_cast<double>(modulus - 1);
  }

 private:
  static constexpr std::int64_t modulus = 2147483647;
  std::int64_t state_;
};

template <typename T>
std::vector<T> shuffled(const std::vector<T>& ordered, Shuffler shuffler) {
  std::vector<T> out(ordered.size());
  for (std::size_t index = 0; index < ordered.size(); ++index) {
    const auto other =
        static_cast<std::size_t>(shuffler.next() * static_cast<double>(index + 1));
    out[index] = out[other];
    out[other] = ordered[index];
  }
  return out;
}

// A text that is no number gives the first eight bytes of its SHA-256, as JavaRosa does.
std::int64_t seed_of(double number, std::string_view text) {
  constexpr double most = 9.2e18;
  if (std::isnan(number)) {
    if (text.empty() || text == "NaN") return 0;
    std::uint64_t seed = 0;
    const std::string bytes = forms::digest(text, "SHA-256").value_or("");
    for (const char byte : bytes.substr(0, 8)) seed = seed << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(seed);
  }
  if (number >= most) return INT64_MAX;
  if (number <= -most) return INT64_MIN;
  return static_cast<std::int64_t>(number);
}

}  // namespace

bool Calculation::is_set(const Node& node) const {
  return node.operation == Operation::nodes ||
         (node.operation == Operation::call && node.type == Expression::Type::nodes);
}

bool Calculation::in_use(const Member& member) const {
  return member.proof.empty() ||
         std::any_of(member.proof.begin(), member.proof.end(), [this](forms::ItemIndex item) {
           return forms::is_answer(values_[item].value);
         });
}

const Member* Calculation::first(const Node& set) const {
  if (plain(set)) {
    for (const Member& member : *set.members)
      if (in_use(member)) return &member;
    return nullptr;
  }
  const std::vector<const Member*> all = nodes(set);
  return all.empty() ? nullptr : all.front();
}

double Calculation::number(const Member& member) const {
  if (member.item) return number_of(values_[*member.item].value, member.names.get());
  return to_number(member.text);
}

std::string_view Calculation::text(const Member& member, std::string& buffer) const {
  if (member.item) return text_of(values_[*member.item].value, member.names.get(), buffer);
  const bool translated = !member.label.empty() && !circumstances_.language.empty();
  return translated ? member.label.in(std::string(circumstances_.language)) : member.text;
}

bool Calculation::blank(const Member& member) const {
  std::string buffer;
  return text(member, buffer).empty();
}

// Each predicate chooses among those that the one before it left. A number is a position.
std::vector<const Member*> Calculation::filtered(const Node& set) const {
  std::vector<const Member*> left;
  for (const Member& member : *set.members)
    if (in_use(member)) left.push_back(&member);
  for (const Node& predicate : set.operands) {
    std::vector<const Member*> chosen;
    Calculation inside = *this;
    inside.size_ = static_cast<double>(left.size());
    for (std::size_t index = 0; index < left.size(); ++index) {
      inside.at_ = static_cast<std::size_t>(left[index] - set.members->data());
      inside.position_ = static_cast<double>(index + 1);
      const bool is_position =
          !is_set(predicate) && inside.type(predicate) == Expression::Type::number;
      if (is_position ? inside.number(predicate) == inside.position_ : inside.boolean(predicate))
        chosen.push_back(left[index]);
    }
    left = std::move(chosen);
  }
  return left;
}

std::vector<const Member*> Calculation::nodes(const Node& node) const {
  const Node& of = taken(node);
  if (of.operation == Operation::nodes) return filtered(of);
  if (!is_set(of)) return {};
  std::vector<const Member*> all = nodes(of.operands[0]);
  if (of.function == Function::randomize) {
    if (of.operands.size() < 2)
      return shuffled(all, Shuffler(static_cast<std::int64_t>(chance(of) >> 1)));
    std::string buffer;
    return shuffled(all, Shuffler(seed_of(number(of.operands[1]), text(of.operands[1], buffer))));
  }
  // indexed-repeat: pairs of a repeat and which of its instances, as printed.
  for (std::size_t pair = 1; pair + 1 < of.operands.size(); pair += 2) {
    const Members& repeats = *of.operands[pair].members;
    const std::size_t depth = repeats.empty() ? 0 : repeats.front().instances.size();
    const double wanted = number(of.operands[pair + 1]);
    std::erase_if(all, [&](const Member* member) {
      return depth == 0 || member->instances.size() < depth ||
             member->instances[depth - 1] != wanted;
    });
  }
  return all;
}

}  // namespace genpyo::validators
