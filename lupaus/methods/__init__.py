"""Pure methods: arrays, strings and dataclasses in, results out; no framework."""
