"""Events become the chronicle of one relationship: its timeline, its tide and phases, the ties in force."""
