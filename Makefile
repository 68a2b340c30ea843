# What takes longer than a test may. PYTHON names another interpreter; COUNT and SEED are passed on.
PYTHON ?= python
COUNT ?= 200000
SEED ?= 1

.PHONY: test fuzz hostile

test:
	$(PYTHON) -m pytest

# COUNT mutated files of each kind are read; none may leave an exception behind, or take longer than its limit
fuzz:
	$(PYTHON) -m benchmarks.fuzz --count $(COUNT) --seed $(SEED)

# seconds and memory of each file that was made to hang, fill or fool a reader
hostile:
	$(PYTHON) -m benchmarks.hostile
