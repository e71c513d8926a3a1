"""The page on this computer where one sees the game while writing it, and writes on its cards."""
