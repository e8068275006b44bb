"""Who and where: persons, organisations and places on file in a case."""
