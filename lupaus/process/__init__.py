"""The work itself: foundation, six phases and two threads, as each county adapts them."""
