"""A schema with every construct that the codec knows, and types of it that asn1tools gets right."""

EVERYTHING = """
Everything ::= SEQUENCE {
    flag BOOLEAN,
    numbers Numbers,
    strings Strings OPTIONAL,
    name Name DEFAULT green,
    lists Lists OPTIONAL,
    tree Tree OPTIONAL,
    choice Alternatives,
    ...,
    later INTEGER (0..7) OPTIONAL,
    [[ first BOOLEAN, second PrintableString (SIZE (1..3)) OPTIONAL, third INTEGER DEFAULT 5 ]],
    nothing NULL OPTIONAL,
    last Lists OPTIONAL,
    ...,
    end NULL
}
Name ::= ENUMERATED { red, green, blue, ..., cyan, magenta }
Numbers ::= SEQUENCE {
    none INTEGER (7..7),
    few INTEGER (-3..3),
    octet INTEGER (0..255),
    pair INTEGER (1..65536),
    long INTEGER (0..4294967295),
    huge INTEGER (-9223372036854775808..9223372036854775807),
    above INTEGER (5..MAX),
    below INTEGER (MIN..5),
    any INTEGER,
    extensible INTEGER (1..10, ..., 20..30),
    union INTEGER (1..3 | 7 | 10..12),
    real REAL
}
Strings ::= SEQUENCE {
    pair OCTET STRING (SIZE (2)),
    triple OCTET STRING (SIZE (3)),
    some OCTET STRING (SIZE (0..9)),
    many OCTET STRING,
    open OCTET STRING (SIZE (1..4, ...)),
    six BIT STRING (SIZE (6)),
    twenty BIT STRING (SIZE (20)),
    bits BIT STRING (SIZE (22..32)),
    free BIT STRING,
    loose BIT STRING (SIZE (1..16, ...)),
    named BIT STRING { a(0), b(1), c(5) },
    label PrintableString (SIZE (1..150, ...)),
    digits NumericString (SIZE (0..5)),
    narrow IA5String (FROM ("abcd")) (SIZE (0..20)),
    single VisibleString (FROM ("x")),
    text UTF8String,
    wide BMPString (SIZE (0..4)),
    visible VisibleString (SIZE (0..1)),
    universal UniversalString (SIZE (0..3))
}
Lists ::= SEQUENCE {
    counted SEQUENCE (SIZE (1..4)) OF INTEGER (0..7),
    fixed SEQUENCE (SIZE (2)) OF BOOLEAN,
    free SEQUENCE OF Name,
    open SEQUENCE (SIZE (0..2, ...)) OF NULL,
    wide SEQUENCE (SIZE (0..65535)) OF BIT STRING (SIZE (1..8)),
    set SET OF OCTET STRING (SIZE (1))
}
Tree ::= SEQUENCE { value INTEGER (0..3), branches SEQUENCE (SIZE (0..3)) OF Tree, next Chain OPTIONAL, ... }
Chain ::= CHOICE { end NULL, link SEQUENCE { chain Chain }, tree Tree }
Alternatives ::= CHOICE {
    nothing NULL,
    number INTEGER (0..1000),
    members SET { one BOOLEAN, two INTEGER OPTIONAL },
    ...,
    later INTEGER,
    empty NULL,
    lists Lists
}
"""

RIGHT = """
T ::= SEQUENCE {
    flag BOOLEAN,
    none INTEGER (7..7),
    few INTEGER (-3..3),
    octet INTEGER (0..255),
    pair INTEGER (1..65536),
    long INTEGER (0..4294967295) OPTIONAL,
    huge INTEGER (-9223372036854775808..9223372036854775807),
    any INTEGER OPTIONAL,
    extensible INTEGER (1..10, ...),
    octets OCTET STRING (SIZE (2)),
    triple OCTET STRING (SIZE (3)),
    some OCTET STRING (SIZE (1..9)) OPTIONAL,
    many OCTET STRING,
    open OCTET STRING (SIZE (1..4, ...)),
    six BIT STRING (SIZE (6)),
    twenty BIT STRING (SIZE (20)),
    bits BIT STRING (SIZE (22..32)),
    free BIT STRING,
    label PrintableString (SIZE (1..150)),
    digits NumericString (SIZE (1..5)),
    narrow IA5String (FROM ("abcd")) (SIZE (1..20)),
    text UTF8String,
    wide BMPString (SIZE (0..4)),
    visible VisibleString,
    name ENUMERATED { red, green, blue, ..., cyan, magenta },
    counted SEQUENCE (SIZE (1..4)) OF INTEGER (0..7),
    free2 SEQUENCE OF BOOLEAN,
    wide2 SEQUENCE (SIZE (0..65535)) OF BIT STRING (SIZE (1..8)),
    choice CHOICE { nothing NULL, number INTEGER (0..1000), ..., later INTEGER, more OCTET STRING },
    recursive R OPTIONAL,
    ...
}
R ::= SEQUENCE { value INTEGER (0..3), next R OPTIONAL, ... }
"""
"""Constructs on which asn1tools' octets and X.691's are the same."""
