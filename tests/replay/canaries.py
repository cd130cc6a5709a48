"""What must be found nowhere after a run: a key, and contacts where the services carry them."""

KEY = "canary-key-0123456789"
TELEPHONE, EMAIL, WRITER = "02-7777-9999", "canary.person@example.invalid", "가나다라마"
COOKIE = "canary-cookie-5566778899"
CANARIES = (KEY, TELEPHONE, EMAIL, WRITER, COOKIE)
