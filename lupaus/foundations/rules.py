"""Who may see the foundations and write them."""

import rules

from lupaus.people.rules import is_official, is_preparer

rules.add_perm("foundations.see", is_official)
rules.add_perm("foundations.write", is_preparer)
