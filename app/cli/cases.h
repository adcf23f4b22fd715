// The cases that a command works on: read from the store one by one, each with the form that it
// was keyed under, evaluated.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "app/cli/report.h"
#include "app/cli/request.h"
#include "app/session/survey.h"
#include "forms/case.h"
#include "forms/result.h"
#include "store/store.h"
#include "validators/evaluation.h"

namespace genpyo::cli {

// The form that FORM names, with its faults if it has any.
forms::Result<std::unique_ptr<session::Survey>> requested_survey(const Request& request);

// The one form whose cases the database holds. Fails when it holds none, or those of several
// definitions: a dataset or table over different questions would not be one.
forms::Result<std::unique_ptr<session::Survey>> survey_of(store::Store& store);

// Calls `use` for every closed case (`open_too`: for open ones as well), by case number, as the next
// walk of `progress`. `use` must not ask the store for anything. Once `is_stopped` says so (Ctrl+C),
// no further case is read.
forms::Result<store::Walk> for_each_case(
    store::Store& store, const session::Survey& survey, bool open_too, Progress& progress,
    const std::function<void(const forms::Case&, const validators::States&)>& use,
    const std::function<bool()>& is_stopped = {});

// The same where it is the only walk: `what` it does is shown meanwhile.
forms::Result<store::Walk> for_each_case(
    store::Store& store, const session::Survey& survey, bool open_too, const std::string& what,
    const std::function<void(const forms::Case&, const validators::States&)>& use,
    const std::function<bool()>& is_stopped = {});

// The same with the violations and with what is still to be keyed.
forms::Result<store::Walk> for_each_evaluation(
    store::Store& store, const session::Survey& survey, bool open_too, const std::string& what,
    const std::function<void(const forms::Case&, const validators::Evaluation&)>& use,
    const std::function<bool()>& is_stopped = {});

// "124 closed cases taken, 5 open ones left out (--all takes them)."
void say_counts(const store::Walk& counts, bool open_too);

}  // namespace genpyo::cli
