"""Quality: how right the answers are, apart from time and memory, which `benchmarks/` measures."""
