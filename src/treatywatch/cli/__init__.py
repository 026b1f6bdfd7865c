"""What a user types: one file per command. Data goes to standard output, logs and progress to standard error."""
