#include "forms/zone.h"

#include <unicode/timezone.h>

#include <string>

namespace genpyo::forms {
namespace {

constexpr std::size_t longest_name = 64;

class IcuZone : public Zone {
 public:
  explicit IcuZone(std::unique_ptr<icu::TimeZone> zone) : zone_(std::move(zone)) {}
  std::int64_t offset_at(std::int64_t utc) const override { return offset(utc, false); }
  std::int64_t offset_at_local(std::int64_t local) const override { return offset(local, true); }

 private:
  std::int64_t offset(std::int64_t moment, bool local) const {
    std::int32_t raw = 0, summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone_->getOffset(static_cast<double>(moment), static_cast<UBool>(local), raw, summer, error);
    return U_SUCCESS(error) ? raw + summer : 0;
  }
  std::unique_ptr<icu::TimeZone> zone_;
};

}  // namespace

std::shared_ptr<const Zone> Zone::named(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return nullptr;
  const icu::UnicodeString id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return std::make_shared<IcuZone>(std::move(zone));
}

}  // namespace genpyo::forms
