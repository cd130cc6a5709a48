"""How well search finds: judged sets, peers beside the product, what a difference is worth."""
