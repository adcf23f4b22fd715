#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "forms/read_value.h"
#include "validators/calculated.h"
#include "validators/conditions.h"
#include "validators/order.h"
#include "validators/parts.h"
#include "validators/program.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

// Looking for what each wrong name may have meant costs time: a hostile form has thousands.
constexpr std::size_t most_faults = 200;

std::vector<ItemIndex> united(const std::vector<ItemIndex>& first, const std::vector<ItemIndex>& second) {
  std::vector<ItemIndex> both;
  std::set_union(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
  return both;
}

class Compiler {
 public:
  Compiler(const forms::Form& form, Program::Parts& parts) : form_(form), parts_(parts) {}

  std::vector<forms::Diagnostic> run() {
    parts_.form = &form_;
    for (ItemIndex item = 0; item < form_.items.size(); ++item)
      parts_.items.push_back(item_rules(item));
    for (std::size_t group = 0; group < form_.groups.size(); ++group)
      parts_.groups.push_back(group_rules(group));
    for (const forms::Check& check : form_.checks) parts_.checks.push_back(check_rules(check));
    for (const forms::Extraction& extraction : form_.extractions)
      parts_.extractions.push_back(
          {parsed(extraction.relevant, "relevant"), parsed(extraction.constraint, "constraint")});
    put_in_order();
    for (ItemIndex item = 0; item < form_.items.size(); ++item)
      parts_.traits.push_back(traits_of(form_, item, parts_.items[item]));
    tell_in_order();
    for (forms::Diagnostic& diagnostic : diagnostics_) spare_workbook(diagnostic);
    return std::move(diagnostics_);
  }

 private:
  // What a workbook's own sheets say is judged as pyxform judges it, and that reads no expression:
  // what we cannot use is absent, and told. What is ours, on the sheet genpyo, is judged by us.
  static void spare_workbook(forms::Diagnostic& diagnostic) {
    if (diagnostic.place.sheet.empty() || diagnostic.place.sheet == "genpyo") return;
    diagnostic.level = forms::Level::warning;
    diagnostic.message += " The rule is left out.";
  }

  // What stands in a repeat is compiled once for each instance, and told once.
  void tell_in_order() {
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    const auto same = [](const auto& a, const auto& b) {
      return a.place.line == b.place.line && a.place.column == b.place.column &&
             a.message == b.message;
    };
    diagnostics_.erase(std::unique(diagnostics_.begin(), diagnostics_.end(), same),
                       diagnostics_.end());
    if (unread_ > 0) tell_unread();
  }

  Compiled parsed(const forms::Rule& rule, std::string_view role,
                  std::optional<ItemIndex> self = std::nullopt,
                  const Expression::Columns& columns = {}) {
    if (rule.empty()) return nullptr;
    if (diagnostics_.size() >= most_faults) {
      unread_ += 1;
      return nullptr;
    }
    return Expression::parse(rule, form_, self, diagnostics_, role, columns);
  }

  ItemRules item_rules(ItemIndex index) {
    const forms::Item& item = form_.items[index];
    ItemRules rules;
    rules.relevant = parsed(item.relevant, "relevant", index);
    rules.required = parsed(item.required, "required", index);
    rules.constraint = parsed(item.constraint, "constraint", index);
    rules.calculation = parsed(item.calculation, "calculation", index);
    if (!item.choice_filter.empty()) {
      rules.columns = columns_of(item);
      rules.choice_filter = parsed(item.choice_filter, "choice_filter", index, rules.columns);
    }
    if (is_expression(item.default_value.text))
      rules.default_value = parsed(item.default_value, "default", index);
    else if (!item.default_value.empty())
      rules.standing = standing(item);
    return rules;
  }

  // What a choice_filter may name bare: the choices' names, and the columns that the author added.
  Expression::Columns columns_of(const forms::Item& item) const {
    std::set<std::string> columns;
    const forms::ChoiceList* list = form_.choices_of(item);
    for (std::size_t at = 0; list != nullptr && at < list->choices.size(); ++at)
      for (const auto& [column, cell] : list->choices[at].columns) columns.insert(column);
    columns.insert("name");
    return {columns.begin(), columns.end()};
  }

  // A default may be the answer itself, as one would key it.
  forms::Value standing(const forms::Item& item) {
    const auto reading =
        forms::read_value(item, form_.choices_of(item), item.default_value.text);
    if (const auto* mark = std::get_if<forms::Mark>(&reading)) return mark->content;
    diagnostics_.push_back({forms::Fault::bad_value, item.default_value.place,
                            "the default " + forms::quoted(item.default_value.text) +
                                " is no answer of item " + forms::quoted(item.name) + ".",
                            "Write an answer as it is keyed, or an expression."});
    return forms::Missing::not_keyed;
  }

  GroupRules group_rules(std::size_t index) {
    const forms::Group& group = form_.groups[index];
    GroupRules rules;
    // In a repeat ${name} means the same instance: its first item says which.
    const std::optional<ItemIndex> inside =
        group.items.empty() ? std::nullopt : std::optional(group.items.front());
    rules.relevant = parsed(group.relevant, "relevant", inside);
    const auto first = std::find_if(group.items.begin(), group.items.end(),
                                    [&](ItemIndex item) { return form_.items[item].asked(); });
    if (first != group.items.end()) rules.first = *first;
    if (!group.repeat) return rules;
    rules.count = parsed(form_.repeats[*group.repeat].count, "repeat_count", inside);
    const auto [last, is_first] = last_instance_.try_emplace(*group.repeat, index);
    if (!is_first) rules.previous = std::exchange(last->second, index);
    return rules;
  }

  // A check with a fault in either rule is absent as a whole: without its `relevant` it would
  // accuse cases that it was never meant for.
  CheckRules check_rules(const forms::Check& check) {
    CheckRules rules{
        parsed(check.relevant, "relevant"), parsed(check.constraint, "constraint"), {}, {}};
    const bool faulty = !rules.relevant && !check.relevant.empty();
    if (faulty || !rules.constraint) return {};
    rules.named = rules.constraint->rests_on();
    rules.awaited = rules.constraint->named_alone();
    if (rules.relevant) {
      rules.named = united(rules.named, rules.relevant->rests_on());
      rules.awaited = united(rules.awaited, rules.relevant->named_alone());
    }
    return rules;
  }

  void put_in_order() {
    Dependencies rests_on(form_.items.size());
    for (ItemIndex item = 0; item < rests_on.size(); ++item) rests_on[item] = supports_of(item);
    Order order = order_of(rests_on);
    for (const std::vector<ItemIndex>& circle : order.circles) tell(circle);
    parts_.circular = !order.circles.empty();
    parts_.order = std::move(order.items);
  }

  std::vector<ItemIndex> supports_of(ItemIndex item) const {
    std::set<ItemIndex> supports;
    const auto add = [&](const Compiled& rule) {
      if (rule) supports.insert(rule->rests_on().begin(), rule->rests_on().end());
    };
    const ItemRules& rules = parts_.items[item];
    for (const Compiled* rule : {&rules.relevant, &rules.calculation, &rules.default_value})
      add(*rule);
    for (auto group = form_.items[item].group; group; group = form_.groups[*group].within) {
      add(parts_.groups[*group].relevant);
      add(parts_.groups[*group].count);
    }
    return {supports.begin(), supports.end()};
  }

  // The rule by which an item stands in a circle.
  static std::pair<std::string, const forms::Rule*> rule_in_circle(const forms::Item& item,
                                                                   const ItemRules& rules) {
    if (rules.relevant) return {"relevant", &item.relevant};
    if (rules.calculation) return {"calculation", &item.calculation};
    return {"default", &item.default_value};
  }

  void tell(const std::vector<ItemIndex>& circle) {
    const forms::Item& first = form_.items[circle.front()];
    const auto [role, rule] = rule_in_circle(first, parts_.items[circle.front()]);
    std::string names;
    for (const ItemIndex item : circle) {
      names += form_.items[item].name + " → ";
      ItemRules& rules = parts_.items[item];
      rules.relevant = rules.calculation = rules.default_value = nullptr;
    }
    diagnostics_.push_back(
        {forms::Fault::cycle, rule->empty() ? first.place : rule->place,
         role + " goes in a circle: " + names + first.name + ".",
         role == "relevant" ? "Whether an item is asked cannot rest on itself: take one out."
                            : "What follows from others cannot rest on itself: take one out."});
  }

  void tell_unread() {
    diagnostics_.push_back({forms::Fault::too_large,
                            {diagnostics_.front().place.file, 0, 0, diagnostics_.front().place.sheet},
                            std::to_string(unread_) + " further rules were not looked at.",
                            "Mend the faults above first."});
  }

  const forms::Form& form_;
  Program::Parts& parts_;
  std::vector<forms::Diagnostic> diagnostics_;
  std::size_t unread_ = 0;
  std::map<std::size_t, std::size_t> last_instance_;  // by repeat: the group read last
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
  parts->conditions = conditions_of(*parts);
  return {Program(std::move(parts)), std::move(diagnostics)};
}

}  // namespace genpyo::validators
