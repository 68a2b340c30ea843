"""What travels between rooms: frozen records without I/O."""
