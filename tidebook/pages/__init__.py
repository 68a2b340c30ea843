"""From what was crawled to pages: files and folders, any encoding, within limits."""
