"""From pages to articles: what belongs to the story, who says so, when it was written, and what was left out."""
