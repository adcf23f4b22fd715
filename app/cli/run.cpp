#include "app/cli/commands.h"

namespace genpyo::cli {

int run(int count, const char* const* arguments, const std::function<int(const Request&)>& kiosk) {
  const Parsing parsing = parse_arguments(count, arguments);
  if (!parsing.request) return parsing.status;
  const Request& request = *parsing.request;
  switch (request.command) {
    case CommandName::kiosk: return kiosk(request);
    case CommandName::check:
      if (request.cover) return cover(request);
      if (!request.scenarios.empty()) return against(request);
      return request.keystrokes ? keystrokes(request) : check(request);
    case CommandName::import: return import(request);
    case CommandName::print: return print(request);
    case CommandName::export_: return export_dataset(request);
    case CommandName::tables: return tables(request);
    case CommandName::explain: return request.table.empty() ? explain(request) : explain_figure(request);
    case CommandName::progress: return progress(request);
    case CommandName::compare: return compare(request);
    case CommandName::audit: return audit(request);
    case CommandName::convert: return convert(request);
    case CommandName::operators: return operators(request);
    case CommandName::eval: return eval(request);
  }
  return usage;
}

}  // namespace genpyo::cli
