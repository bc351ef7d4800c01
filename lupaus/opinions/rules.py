"""Who may do what with opinion maps."""

import rules

from lupaus.participation.rules import takes_part_here
from lupaus.people.rules import is_coordinator, is_moderator

rules.add_perm("opinions.vote", takes_part_here)
rules.add_perm("opinions.propose_claim", takes_part_here | is_moderator)
rules.add_perm("opinions.open_map", is_coordinator)
rules.add_perm("opinions.seed_claim", is_moderator)
rules.add_perm("opinions.edit_claim", is_moderator)
rules.add_perm("opinions.import_conversation", is_coordinator)
rules.add_perm("opinions.compute_map", is_coordinator)
rules.add_perm("opinions.publish_map", is_coordinator)
rules.add_perm("opinions.name_group", is_coordinator)
rules.add_perm("opinions.download_membership", is_coordinator)
