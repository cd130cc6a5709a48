"""Search: query → plan → results. Every call needs a viewer."""
