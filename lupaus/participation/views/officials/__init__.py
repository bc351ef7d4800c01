"""Where officials prepare consultations, read what came in, and write down what was said elsewhere."""
