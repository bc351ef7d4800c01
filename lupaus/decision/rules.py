"""Who sets yearly targets, takes the promise to the council, and records what it decided."""

import rules

from lupaus.people.rules import is_preparer, is_recorder_of_decisions

rules.add_perm("decision.set_target", is_preparer)
rules.add_perm("decision.compile_package", is_preparer)
rules.add_perm("decision.decide", is_recorder_of_decisions)
