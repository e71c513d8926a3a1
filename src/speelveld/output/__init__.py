"""Finished bytes in, a folder on disk and pictures of it out; it knows neither the game nor how a PDF is made."""
