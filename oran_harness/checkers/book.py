"""All rules, in the order in which people read them."""

from oran_harness.checkers import claims, harness, transport
from oran_harness.checkers.e2ap import (
    audits,
    control,
    criticality,
    elements,
    envelope,
    functions,
    identities,
    indications,
    lifecycle,
    modifications,
    services,
    setup,
    subscriptions,
    transactions,
    versions,
)
from oran_harness.checkers.e2sm import functions as e2sm_functions
from oran_harness.checkers.e2sm import payloads, ue_identities
from oran_harness.checkers.kpm import measurements, records, styles, time
from oran_harness.checkers.netconf import errors, frames, hellos, notifications, replies, texts
from oran_harness.checkers.rc import control as rc_control
from oran_harness.checkers.rc import definition as rc_definition
from oran_harness.checkers.rc import styles as rc_styles
from oran_harness.checkers.rule import Rule, collect

RULES: tuple[Rule, ...] = collect(
    (
        transport,
        envelope,
        elements,
        criticality,
        versions,
        identities,
        transactions,
        setup,
        functions,
        subscriptions,
        modifications,
        audits,
        indications,
        control,
        services,
        lifecycle,
        e2sm_functions,
        payloads,
        ue_identities,
        claims,
        styles,
        measurements,
        records,
        time,
        rc_definition,
        rc_styles,
        rc_control,
        frames,
        texts,
        hellos,
        replies,
        errors,
        notifications,
        harness,
    )
)
"""Every rule, checked as the module loads: raises ``UsageError`` with all that is wrong with them."""
