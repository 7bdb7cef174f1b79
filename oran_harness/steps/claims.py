"""What a vendor claims of a SUT, as far as cases ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimedModel:
    """A service model that a profile claims; ``styles`` are report style types, empty where the profile names none."""

    name: str
    oid: str | None = None
    revision: str | None = None
    styles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a role's profile. With ``made`` False nobody claimed anything: a proper refusal is in order.

    ``netconf`` are versions of the base protocol, ``capabilities`` names such as ``candidate``.
    """

    made: bool = False
    e2ap: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    service_models: tuple[ClaimedModel, ...] = ()
    netconf: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()

    def procedure(self, name: str) -> bool:
        """Whether the procedure is claimed."""
        return name in self.procedures

    def service_model(self, name: str) -> bool:
        """Whether the service model (``"KPM"``) is claimed."""
        return any(model.name == name for model in self.service_models)

    def covers(self, needs: tuple[str, ...]) -> bool:
        """Whether all that a case needs of the SUT (``procedure:NAME``, ``service-model:NAME``) is claimed.

        True for a case that needs nothing of the kind: what every product must do cannot be left unclaimed.
        """
        asked = [need.split(":", 1) for need in needs if ":" in need]
        procedures = [name for kind, name in asked if kind == "procedure"]
        models = [name for kind, name in asked if kind == "service-model"]
        return all(map(self.procedure, procedures)) and all(map(self.service_model, models))
