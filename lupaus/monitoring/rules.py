"""Who may define indicators, bring figures in, and answer for what was found."""

import rules

from lupaus.people.rules import is_preparer, is_responder

rules.add_perm("monitoring.define_indicator", is_preparer)
rules.add_perm("monitoring.set_path", is_preparer)
rules.add_perm("monitoring.import_observations", is_responder)
rules.add_perm("monitoring.raise_finding", is_responder)
rules.add_perm("monitoring.check_effect", is_responder)
