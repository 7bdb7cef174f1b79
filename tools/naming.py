"""How names of the specifications become Python names."""

import re

# Words that the specifications glue to the next word without a capital between them.
_WORDS = (
    "NGAP|XnAP|X2AP|S1AP|E1AP|F1AP|W1AP|ngAP|xnAP|RIC|RAN|E2SM|E2|TNL|OID|PLMN|AMF|MME|UE|ARP|QCI|QFI|RSRP|RSRQ|"
    "SNSSAI|NSSAI|MIMO|MAC|SSB|RRC|PDCP|GUAMI|GUMMEI|NG|XN|X2|S1|E1|F1|W1|CGI|PCI|TAC|ARFCN|IE|ID|SN|NR|PRB|GP|CU|DU|"
    "UP|CP|EUTRA|GoB|BF|Gnb|Enb"
)
_LONG = {
    "iEsCriticalityDiagnostics": "ies_criticality_diagnostics",
    "gNB": "gnb",
    "eNB": "enb",
    "ng-eNB": "ng_enb",
    "en-gNB": "en_gnb",
    "fiveQI": "five_qi",
    "fiveQIValue": "five_qi_value",
    "sUM": "sum",
    "cQI": "cqi",
    "ngAPconfigUpdate": "ngap_config_update",
    "xnAPconfigUpdate": "xnap_config_update",
    "frequencyShift7p5khz": "frequency_shift_7p5khz",
    "fileFormatversion": "file_format_version",
}
_KEYWORDS = {"and": "and_", "or": "or_", "not": "not_", "type": "type_", "min": "min_", "max": "max_", "sum": "sum_"}
_TOKEN = re.compile(rf"(?:{_WORDS})|[A-Z]+(?=[A-Z][a-z]|\d|$)|[A-Z]?[a-z]+|[A-Z]+|\d+")


def class_name(asn1: str) -> str:
    """The class of an ASN.1 type: its own name, with underscores for dashes."""
    return asn1.replace("-", "_")


def field_name(asn1: str) -> str:
    """The field of an ASN.1 member or IE name: snake case, words as the specification has them."""
    words = [_LONG[asn1]] if asn1 in _LONG else [word for part in asn1.split("-") for word in _split(part)]
    name = "_".join(words)
    return _KEYWORDS.get(name, name)


def _split(part: str) -> list[str]:
    if part in _LONG:
        return [_LONG[part]]
    text = re.sub("gNB|GNB", "Gnb", part)
    text = re.sub("eNB|ENB", "Enb", text)
    text = text[:1].upper() + text[1:]
    words = [token.lower() for token in _TOKEN.findall(text)]
    merged: list[str] = []
    for word in words:
        # A number belongs to the word before it: format1, x2.
        if word.isdigit() and merged:
            merged[-1] += word
        else:
            merged.append(word)
    return merged
