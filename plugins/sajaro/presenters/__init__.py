"""From the library to views: what several outputs say in the same way. What a site is made of is in `outputs`."""
