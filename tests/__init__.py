"""Tests, a folder for each room; `oracles` read bytes and pixels by themselves, `makers` make what tests look at."""
