"""What tests make to look at: kits, drawings, and runs of the command line."""
