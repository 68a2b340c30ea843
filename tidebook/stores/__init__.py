"""Where a book is kept: one promise (`base.Store`), one class for each keeper."""
