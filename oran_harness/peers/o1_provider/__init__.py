"""The managed element: an O1 provider."""
