"""How fast qattr is, in units that do not depend on the machine: ``python -m benchmarks``."""
