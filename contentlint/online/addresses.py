"""Which IP addresses and ports may be connected to."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Translations of IPv4 addresses, which may lead into a private network.
_NAT64 = IPv6Network("64:ff9b::/96")
_TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"), IPv6Network("64:ff9b:1::/48"))
# Ports above 1023 that browsers do not connect to (Fetch, "bad port").
_BAD_PORTS = frozenset(
    {
        *(1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080),
        *range(6665, 6670),
    }
)
_EXAMPLES = (".example", ".invalid", ".test", ".example.com", ".example.net", ".example.org")
_WEB_PORTS = frozenset({80, 443})
_MOST_PORTS = 65535


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet: not private, local, multicast or reserved."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _NAT64:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif any(ip in network for network in _TUNNELS):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_literal(host: str) -> bool:
    """Whether a host is an IP address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_local_name(host: str) -> bool:
    """Whether a host name belongs to this computer or a private network by definition."""
    name = host.rstrip(".")
    is_special = name.endswith(
        (".localhost", ".local", ".internal", ".home.arpa", ".lan", ".onion")
    )
    return is_special or ("." not in name and ":" not in name)


def is_reserved_name(host: str) -> bool:
    """Whether a name is reserved for examples (RFC 2606), so that it has no pages."""
    name = host.rstrip(".")
    return f".{name}".endswith(_EXAMPLES)


def is_web_port(port: int) -> bool:
    """Whether web servers use a port: 80, 443, and the ports above 1023 that browsers allow."""
    return port in _WEB_PORTS or (1023 < port <= _MOST_PORTS and port not in _BAD_PORTS)
