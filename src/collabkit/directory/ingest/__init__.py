"""What a person hands over, to files that a register can be read from: found, unpacked, recognized, fetched."""
