"""Who is asking, and what that lets them read. Closed by default.

A unit in an index carries *reader tokens*; a viewer holds tokens; they may read it when the
two sets meet. ``operator`` is a token of every unit that is not held.

>>> Viewer.parse("member:m012").tokens == {"public", "council", "member:m012"}
True
>>> Viewer.parse("public").tokens
frozenset({'public'})
"""

from dataclasses import dataclass
from typing import Final, Literal

from records.errors import Misuse

Role = Literal["public", "member", "staff", "committee", "researcher", "operator"]
ROLES: Final[tuple[Role, ...]] = (
    "public", "member", "staff", "committee", "researcher", "operator",
)  # fmt: skip

_TOKENS: Final[dict[Role, frozenset[str]]] = {
    "public": frozenset({"public"}),
    "researcher": frozenset({"public", "researcher"}),
    "member": frozenset({"public", "council"}),
    "committee": frozenset({"public", "council"}),
    "staff": frozenset({"public", "council", "staff"}),
    "operator": frozenset({"operator"}),
}


@dataclass(frozen=True, slots=True)
class Viewer:
    """One reader: a role, and for a member or a committee which one."""

    role: Role
    name: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Viewer":
        """Read ``role`` or ``role:name``; raise `Misuse` for anything else."""
        role, _, name = text.partition(":")
        if role not in ROLES or (name and role not in ("member", "committee")):
            raise Misuse(f"모르는 역할: {text!r}. 쓸 수 있는 역할: {', '.join(ROLES)}")
        return cls(role, name or None)

    @property
    def tokens(self) -> frozenset[str]:
        """The reader tokens this viewer holds."""
        own = {f"{self.role}:{self.name}"} if self.name else set()
        return _TOKENS[self.role] | own

    def __str__(self) -> str:
        return f"{self.role}:{self.name}" if self.name else self.role
