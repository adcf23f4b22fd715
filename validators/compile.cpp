#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "validators/order.h"
#include "validators/parts.h"
#include "validators/program.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

// Looking for what each wrong name may have meant costs time: a hostile form has thousands.
constexpr std::size_t most_faults = 200;

class Compiler {
 public:
  Compiler(const forms::Form& form, Program::Parts& parts) : form_(form), parts_(parts) {}

  std::vector<forms::Diagnostic> run() {
    parts_.form = &form_;
    for (ItemIndex item = 0; item < form_.items.size(); ++item)
      parts_.items.push_back(item_rules(item));
    for (const forms::Check& check : form_.checks) parts_.checks.push_back(check_rules(check));
    for (const forms::Extraction& extraction : form_.extractions)
      parts_.extractions.push_back(
          {parsed(extraction.relevant, "relevant"), parsed(extraction.constraint, "constraint")});
    put_in_order();
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    if (unread_ > 0) tell_unread();
    return std::move(diagnostics_);
  }

 private:
  Compiled parsed(const forms::Rule& rule, std::string_view role,
                  std::optional<ItemIndex> self = std::nullopt) {
    if (rule.empty()) return nullptr;
    if (diagnostics_.size() >= most_faults) {
      unread_ += 1;
      return nullptr;
    }
    return Expression::parse(rule, form_, self, diagnostics_, role);
  }

  ItemRules item_rules(ItemIndex index) {
    const forms::Item& item = form_.items[index];
    return {parsed(item.relevant, "relevant", index), parsed(item.required, "required", index),
            parsed(item.constraint, "constraint", index)};
  }

  // A check with a fault in either rule is absent as a whole: without its `relevant` it would
  // accuse cases that it was never meant for.
  CheckRules check_rules(const forms::Check& check) {
    CheckRules rules{
        parsed(check.relevant, "relevant"), parsed(check.constraint, "constraint"), {}};
    const bool faulty = !rules.relevant && !check.relevant.empty();
    if (faulty || !rules.constraint) return {};
    rules.named = rules.constraint->rests_on();
    if (rules.relevant) {
      std::vector<ItemIndex> both;
      std::set_union(rules.named.begin(), rules.named.end(), rules.relevant->rests_on().begin(),
                     rules.relevant->rests_on().end(), std::back_inserter(both));
      rules.named = std::move(both);
    }
    return rules;
  }

  void put_in_order() {
    Dependencies rests_on(form_.items.size());
    for (ItemIndex item = 0; item < rests_on.size(); ++item)
      if (parts_.items[item].relevant) rests_on[item] = parts_.items[item].relevant->rests_on();
    Order order = order_of(rests_on);
    for (const std::vector<ItemIndex>& circle : order.circles) tell(circle);
    parts_.order = std::move(order.items);
  }

  void tell(const std::vector<ItemIndex>& circle) {
    std::string names;
    for (const ItemIndex item : circle) {
      names += form_.items[item].name + " → ";
      parts_.items[item].relevant = nullptr;
    }
    const forms::Item& first = form_.items[circle.front()];
    diagnostics_.push_back({forms::Fault::cycle, first.relevant.place,
                            "relevant goes in a circle: " + names + first.name + ".",
                            "Whether an item is asked cannot rest on itself: take one out."});
  }

  void tell_unread() {
    diagnostics_.push_back({forms::Fault::too_large,
                            {diagnostics_.front().place.file, 0, 0},
                            std::to_string(unread_) + " further rules were not looked at.",
                            "Mend the faults above first."});
  }

  const forms::Form& form_;
  Program::Parts& parts_;
  std::vector<forms::Diagnostic> diagnostics_;
  std::size_t unread_ = 0;
};

}  // namespace

Program::Program(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

const forms::Form& Program::form() const { return *parts_->form; }

Compilation compile(const forms::Form& form) {
  auto parts = std::make_unique<Program::Parts>();
  std::vector<forms::Diagnostic> diagnostics = Compiler(form, *parts).run();
  return {Program(std::move(parts)), std::move(diagnostics)};
}

}  // namespace genpyo::validators
