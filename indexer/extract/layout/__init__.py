"""Pages as pictures, and where on them a text stands. Runs in a worker."""
