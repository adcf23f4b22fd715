// The marks that a case has before anything is keyed: what the frame knows of it.
#pragma once
#include <vector>

#include "app/session/survey.h"
#include "forms/frame.h"
#include "store/store.h"

namespace genpyo::session {

// One change for each item whose value comes from the frame (organization, region); none when the
// frame does not know the organization.
std::vector<store::Change> frame_marks(const Survey& survey, const forms::CaseNumber& number);

}  // namespace genpyo::session
