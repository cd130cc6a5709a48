"""한눈에: pictures for who looks rather than reads. Requests by agency and month with what is
due, the way of a bill, and what stands around an article; each also as a table or list."""
