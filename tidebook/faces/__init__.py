"""Shows a book to someone: the command line, the report, the exports."""
